/** A piece of code in a published page. */
export interface Block {
  code: string;
  /** As the page says, or as it looks. */
  lang: string;
  /** The file that the page says it is, if it does. */
  title: string | undefined;
  /** Of its first line of code. */
  line: number;
  /** Where it stands among all blocks and sentences; several may share a line of HTML. */
  order: number;
}

/** A heading, a paragraph, an item or a row of a published page, as a reader sees it. */
export interface Sentence {
  text: string;
  line: number;
  order: number;
  kind: 'heading' | 'text' | 'item' | 'row';
}

/** A published page, whatever it was written in. */
export interface PublishedDocument {
  file: string;
  blocks: Block[];
  sentences: Sentence[];
}
