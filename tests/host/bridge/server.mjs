// The bridge: serves the host page and the vault's folder to it, on this machine only.
import { randomBytes } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { Refused } from "./contained-path.mjs";
import { hashOf, pathQueue, readBytes } from "./disk.mjs";
import { hostPage } from "./host-page.mjs";
import { readIcon } from "./icons.mjs";
import { scanVault } from "./scan.mjs";
import { vaultRoutes } from "./routes.mjs";
import { watchVault } from "./watch-vault.mjs";

const LARGEST_BODY = 50_000_000;

/**
 * @param {{ vault: string, plugin: { mainJs: string, manifest: object, styles?: string }, assets: { js: string, css:
 * string }, options?: object, port?: number, keepsForPage?: boolean }} given
 */
export async function startBridge({ vault, plugin, assets, options = {}, port = 0, keepsForPage = false }) {
  const root = await realpath(vault);
  const token = randomBytes(24).toString("hex");
  const inQueue = pathQueue();
  const known = await knownHashes(root);
  const listeners = new Set();
  /** The page's local storage, which goes with this run. */
  const kept = new Map();
  const tell = (change) => {
    for (const response of listeners) response.write(`data: ${JSON.stringify(change)}\n\n`);
  };
  const watcher = watchVault(root, known, inQueue, tell);
  const routes = vaultRoutes(root, known, inQueue);

  const files = {
    "/": async () => [
      "text/html",
      hostPage({
        token,
        options,
        manifest: plugin.manifest,
        vaultName: options.vaultName,
        kept: keepsForPage ? Object.fromEntries(kept) : undefined,
      }),
    ],
    "/host.js": async () => ["text/javascript", assets.js],
    "/host.css": async () => ["text/css", assets.css],
    "/plugin.js": async () => ["text/javascript", asModule(await readFile(plugin.mainJs, "utf8"))],
    "/plugin.css": async () => ["text/css", plugin.styles ? await readFile(plugin.styles, "utf8").catch(() => "") : ""],
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      const status = error instanceof Refused ? error.status : 500;
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: error.message }));
    });
  });

  async function answer(request, response) {
    const own = `127.0.0.1:${server.address().port}`;
    const { host, origin } = request.headers;
    // A page from elsewhere, or a name that was bent to point here, gets nothing.
    if (host !== own || (origin !== undefined && origin !== `http://${own}`)) throw new Refused(403, "not from here");
    const url = new URL(request.url, `http://${own}`);
    const shown = request.headers["x-host-token"] ?? url.searchParams.get("token");
    if (shown !== token) throw new Refused(403, "no token");

    const file = files[url.pathname];
    if (file !== undefined) {
      const [type, body] = await file();
      response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
      return response.end(body);
    }
    if (url.pathname === "/events") return listen(request, response);
    if (url.pathname === "/icon") return json(response, { svg: await readIcon(url.searchParams.get("name")) });
    if (url.pathname === "/kept" && request.method === "POST") {
      const { key, text } = await bodyOf(request);
      if (text === null) kept.delete(key);
      else kept.set(key, text);
      return json(response, {});
    }
    const route = /^\/vault\/(\w+)$/.exec(url.pathname)?.[1];
    if (route === undefined || !Object.hasOwn(routes, route) || request.method !== "POST")
      throw new Refused(404, "no such route");
    return json(response, await routes[route](await bodyOf(request)));
  }

  function listen(request, response) {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": here\n\n");
    listeners.add(response);
    request.on("close", () => listeners.delete(response));
  }

  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  const address = `http://127.0.0.1:${server.address().port}`;
  return {
    url: `${address}/?token=${token}`,
    address,
    token,
    /** Looks at one path now, without waiting for the file system to tell. */
    look: (path) => watcher.look(path),
    close: async () => {
      watcher.close();
      for (const response of listeners) response.end("event: end\ndata:\n\n");
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** On one line before the code, so that line numbers in errors are main.js's own. */
function asModule(code) {
  return `window.hostPluginModule = function (require, module, exports) { ${code}\n};`;
}

function json(response, value) {
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(value));
}

async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_BODY) throw new Refused(413, "too large");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8") || "{}");
}

async function knownHashes(root) {
  const known = new Map();
  for (const item of await scanVault(root, "", false)) {
    known.set(item.path, item.type === "folder" ? "folder" : hashOf(await readBytes(join(root, item.path))));
  }
  return known;
}
