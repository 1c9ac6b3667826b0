import type * as O from "obsidian";

type Match = O.SearchResult | null;

/** Letters in order; a higher score is a better match (0 is the best, as in the app). */
export function prepareFuzzySearch(query: string): (text: string) => Match {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (text) => {
    const lower = text.toLowerCase();
    const matches: O.SearchMatches = [];
    let score = 0;
    for (const word of words) {
      const found = matchWord(word, lower);
      if (found === null) return null;
      matches.push(...found.matches);
      score += found.score;
    }
    return { score: score - text.length / 1000, matches: merge(matches) };
  };
}

function matchWord(word: string, text: string): Match {
  const whole = wordStart(text, word) ?? (text.includes(word) ? text.indexOf(word) : null);
  if (whole !== null) return { score: startsWord(text, whole) ? -0.1 : -0.5, matches: [[whole, whole + word.length]] };
  const matches: O.SearchMatches = [];
  let at = -1;
  let gaps = 0;
  for (const char of word) {
    const next = text.indexOf(char, at + 1);
    if (next < 0) return null;
    const last = matches[matches.length - 1];
    if (last !== undefined && last[1] === next) last[1] = next + 1;
    else {
      matches.push([next, next + 1]);
      gaps += startsWord(text, next) ? 0.5 : 1;
    }
    at = next;
  }
  return { score: -gaps, matches };
}

function wordStart(text: string, word: string): number | null {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (startsWord(text, at)) return at;
  return null;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[\s/_\-.,:([]/.test(text[at - 1] ?? "");
}

function merge(matches: O.SearchMatches): O.SearchMatches {
  const sorted = [...matches].sort((a, b) => a[0] - b[0]);
  const merged: O.SearchMatches = [];
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Every word of the query somewhere in the text. */
export function prepareSimpleSearch(query: string): (text: string) => Match {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (text) => {
    const lower = text.toLowerCase();
    const matches: O.SearchMatches = [];
    for (const word of words) {
      const at = lower.indexOf(word);
      if (at < 0) return null;
      matches.push([at, at + word.length]);
    }
    return { score: -matches.reduce((sum, [from]) => sum + from, 0) / 100, matches: merge(matches) };
  };
}

export function sortSearchResults(results: O.SearchResultContainer[]): void {
  results.sort((a, b) => b.match.score - a.match.score);
}

export function renderMatches(
  el: HTMLElement | DocumentFragment,
  text: string,
  matches: O.SearchMatches | null,
  offset = 0,
): void {
  let at = 0;
  for (const [start, end] of matches ?? []) {
    const from = Math.max(start + offset, at);
    const to = Math.min(end + offset, text.length);
    if (to <= from) continue;
    el.append(text.slice(at, from));
    const mark = createSpan();
    mark.className = "suggestion-highlight";
    mark.textContent = text.slice(from, to);
    el.append(mark);
    at = to;
  }
  el.append(text.slice(at));
}

export function renderResults(el: HTMLElement, text: string, result: O.SearchResult, offset = 0): void {
  renderMatches(el, text, result.matches, offset);
}
