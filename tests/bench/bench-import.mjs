import { loadCore } from "./bundle.mjs";
import { printTable, TODAY } from "./measure.mjs";

const encoder = new TextEncoder();
const CARD = (at) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Number${at};Person;;;\r\nFN:Person Number${at}\r\nEMAIL;TYPE=HOME:p${at}@example.org\r\nTEL;TYPE=CELL:+1 555 ${String(at).padStart(7, "0")}\r\nBDAY:19${String(10 + (at % 90))}-01-0${1 + (at % 9)}\r\nNOTE:met in year ${at % 40}\r\nPHOTO;ENCODING=b;TYPE=JPEG:`;
const PICTURE = `${"A".repeat(75)}\r\n ${`${"B".repeat(74)}\r\n `.repeat(46)}=\r\nEND:VCARD\r\n`;

/**
 * The files that could do harm at their full size: how long, how much memory beyond the file, how long the longest turn
 * without a pause.
 */
const FILES = {
  "vCard, 200 MB, 50,000 cards with pictures": () => joined(50_000, (at) => CARD(at) + PICTURE),
  "vCard, 200 MB, one picture without an end": () =>
    filled(
      200_000_000,
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nPHOTO;ENCODING=b:`,
      `${"A".repeat(74)}\r\n `,
      "\r\nEND:VCARD\r\n",
    ),
  "vCard, 200 MB of one folded line": () =>
    filled(200_000_000, `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada\r\nNOTE:`, `${"a".repeat(60)}\r\n `, "\r\nEND:VCARD\r\n"),
  "CSV, a million rows of different people": () =>
    joined(1_000_000, (at) => `Person Number${at},p${at}@example.org,1990-12-10\n`, "Name,Email,Birthday\n"),
  "CSV, 200 MB after a quote that never closes": () =>
    filled(200_000_000, 'Name,Email\nAda,a@example.org\nBob,"', "x,y\n"),
  "calendar, 100 MB of birthdays": () =>
    joined(
      400_000,
      (at) =>
        `BEGIN:VEVENT\r\nUID:${at}@example.org\r\nDTSTART;VALUE=DATE:1990${String(1 + (at % 12)).padStart(2, "0")}10\r\nSUMMARY:Person Number${at}'s birthday\r\nRRULE:FREQ=YEARLY\r\nDESCRIPTION:${"x".repeat(120)}\r\nEND:VEVENT\r\n`,
      "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Birthdays\r\n",
    ),
};

export async function benchImport() {
  const core = await loadCore();
  const rows = [];
  for (const [name, make] of Object.entries(FILES)) {
    const bytes = make();
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let [peak, longest, pauses, last] = [before, 0, 0, performance.now()];
    const from = last;
    const read = await core.readPeopleFile(bytes, {
      file: name,
      today: TODAY,
      onPause: () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        pauses++;
        if (pauses % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss);
        last = performance.now();
        return Promise.resolve(true);
      },
    });
    peak = Math.max(peak, process.memoryUsage().rss);
    rows.push([
      name,
      `${Math.round(bytes.length / 1e6)} MB`,
      `${((performance.now() - from) / 1000).toFixed(1)} s`,
      `${Math.max(0, Math.round((peak - before) / 1e6))} MB`,
      `${Math.round(Math.max(longest, performance.now() - last))} ms`,
      String(read.people.length),
      String(read.problems.length),
    ]);
  }
  printTable(
    "Reading files at their full size",
    ["", "size", "time", "memory more", "longest turn", "people", "problems"],
    rows,
  );
}

function joined(count, text, head = "") {
  const parts = [encoder.encode(head)];
  for (let at = 0; at < count; at += 1_000)
    parts.push(
      encoder.encode(Array.from({ length: Math.min(1_000, count - at) }, (_, step) => text(at + step)).join("")),
    );
  return Buffer.concat(parts);
}

/** A text over and over, up to a size, between a beginning and an end. */
function filled(size, begin, repeated, end = "") {
  const [head, unit, tail] = [begin, repeated, end].map((text) => Buffer.from(text));
  const middle = Buffer.alloc(Math.floor((size - head.length - tail.length) / unit.length) * unit.length, unit);
  return Buffer.concat([head, middle, tail]);
}
