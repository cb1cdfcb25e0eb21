import type { ExperienceApi, InteractionEvent } from './api.ts';
import type { Dialog } from './elements/dialog.ts';
import type { Translate } from './phrases/language.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';

/** What is carried to the next screen in the browser's history, so that a reload keeps it. */
export interface ScreenState {
  /** What `/continue/...` completes. */
  interactionEvent?: InteractionEvent;
  /** Where the code of a second factor went, as far as it is shown. */
  maskedEmail?: string;
  /** Why a link does not work. */
  problem?: { title: string; message: string };
}

export interface NavigateOptions {
  /** Takes the place of the current history entry. */
  replace?: boolean;
  state?: ScreenState;
}

/** What every screen is given. */
export interface App {
  readonly settings: Settings;
  readonly t: Translate;
  readonly session: Session;
  readonly api: ExperienceApi;
  /** Whether the visitor has agreed to the terms; forgotten with the page. */
  readonly agreement: { given: boolean };
  /** The state that the current screen was opened with. */
  readonly state: ScreenState;
  /** The path and query under which a screen is reached; keeps the application's id. */
  href(path: string): string;
  navigate(path: string, options?: NavigateOptions): void;
  /** Goes back so many history entries. */
  back(steps?: number): void;
  /** Leaves the pages for good: the sign-in is done. Never settles, so what waits stays busy. */
  leave(url: string): Promise<never>;
  toast(message: string): void;
  dialog(options: Dialog): Promise<boolean>;
}

/** One page: its title and what stands in `main`. */
export interface Screen {
  title: string;
  content: Node[];
  /** Called when the content stands in the document. */
  shown?(): void;
  /** Called when another screen takes its place. */
  removed?(): void;
}
