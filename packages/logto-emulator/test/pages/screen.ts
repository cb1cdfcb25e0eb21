import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** What can be told about a screen from outside. */
export interface Screen {
  url: string;
  title: string;
  lang: string;
  /** The accessibility tree, as Playwright writes it. */
  aria: string;
  /** Inputs, buttons, alerts, dialogs and toasts with all attributes but class, style and id. */
  fields: Record<string, string>[];
}

/** An element of a page; the tests themselves know no browser. */
interface Rendered {
  innerText: string;
}

/** The screens of a real Logto, by what they were recorded for. @param file below `recordings/` */
export function readScreens(file: string): Map<string, Screen> {
  const recording = readFileSync(new URL(`../recordings/${file}`, import.meta.url), 'utf8');
  const screens = JSON.parse(recording) as (Screen & { label: string })[];
  return new Map(screens.map(({ label, ...screen }) => [label, screen]));
}

export const recordedScreens = readScreens('logto-1.42/ui-screens.json');

/** Looks at a page as the recorder did. */
export async function look(page: Page): Promise<Screen> {
  const elements = page.locator('input, button, [role=alert], [role=dialog], [role=toast]');
  return {
    url: page.url(),
    title: await page.title(),
    lang: (await page.locator('html').getAttribute('lang')) ?? '',
    aria: await page.locator('body').ariaSnapshot(),
    fields: await elements.evaluateAll((found) =>
      found.map((element) => ({
        tag: element.localName,
        ...Object.fromEntries(
          [...element.attributes]
            .filter(({ name }) => !['class', 'style', 'id'].includes(name))
            .map(({ name, value }) => [name, value]),
        ),
        // biome-ignore lint/performance/useDomNodeTextContent: the recorder took the text as it is rendered, line by line.
        text: (element as Rendered).innerText.slice(0, 120),
      })),
    ),
  };
}

/** Takes out what differs from run to run: origin, application, digits of a code, seconds to wait. */
export function withoutChance(screen: Screen): Screen {
  const fields = screen.fields.map((field) =>
    // What a connector raised is cut off after some characters; where, depends on the language.
    field.role === 'toast' ? { ...field, text: field.text?.split(',')[0] ?? '' } : field,
  );
  const text = JSON.stringify({ ...screen, fields })
    .replaceAll(/http:\/\/localhost:\d+(?=\/[a-z-]+[/?"])/g, '')
    .replaceAll(/(app_id=)\w+/g, '$1APP')
    .replaceAll(/(after |？ )\d+( s| {1,2}秒)/g, '$1N$2')
    .replaceAll(/(spinbutton: \\")\d/g, '$1D')
    .replaceAll(/(passcode_\d"[^}]*"value":")\d/g, '$1D');
  return JSON.parse(text);
}
