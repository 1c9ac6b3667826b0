/** The reference implementation of CommonMark, as far as tests ask it. */
declare module "commonmark" {
  export interface Node {
    readonly type: string;
    readonly literal: string | null;
    readonly _isFenced?: boolean;
    readonly sourcepos: readonly [readonly [number, number], readonly [number, number]];
    readonly firstChild: Node | null;
    readonly next: Node | null;
    walker(): { next(): { readonly entering: boolean; readonly node: Node } | null };
  }
  export class Parser {
    parse(text: string): Node;
  }
}
