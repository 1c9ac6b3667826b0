// The one HTML page of the host. Options travel as JSON inside it.
export function hostPage({ token, options, manifest, vaultName, kept }) {
  const given = JSON.stringify({ token, options, manifest, vaultName: vaultName ?? "Vault", kept }).replaceAll(
    "<",
    "\\u003c",
  );
  const theme = options.theme === "dark" ? "theme-dark" : "theme-light";
  return `<!doctype html>
<html lang="${options.language ?? "en"}"${options.rtl ? ' dir="rtl"' : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(manifest.name)}: a stand-in for Obsidian</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/host.css?token=${token}">
<link rel="stylesheet" href="/plugin.css?token=${token}">
</head>
<body class="${theme}">
<script type="application/json" id="host-options">${given}</script>
<script src="/host.js?token=${token}"></script>
</body>
</html>`;
}

function escapeText(text) {
  return String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
