/** What became of something that a published page says. */
export type Status = 'same' | 'different' | 'gone';

/** Something that a published page says, held against the samples. */
export interface Finding {
  file: string;
  line: number;
  kind:
    | 'block'
    | 'code'
    | 'package'
    | 'version'
    | 'file'
    | 'address'
    | 'environment'
    | 'setting'
    | 'console'
    | 'flow';
  status: Status;
  /** What the page says, in short. */
  claim: string;
  /** What is true now; nothing where it is the same. */
  truth: string;
  diff?: string | undefined;
}

/** A finding before its file is known. */
export type Claim = Omit<Finding, 'file'>;
