import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitRecordedScreens } from './recorded-screens.ts';
import { recordedScreens, type Screen, withoutChance } from './screen.ts';
import { inChinese } from './translate.ts';
import { launchBrowser } from './visitor.ts';

const labels = [...recordedScreens.keys()];
const chineseLabel = 'sign-in, browser language zh-CN';
function recorded(label: string) {
  return withoutChance(recordedScreens.get(label) as Screen);
}

let browser: Browser;
let english: Map<string, Screen>;
let chinese: Map<string, Screen>;
beforeAll(async () => {
  browser = await launchBrowser();
  [english, chinese] = await Promise.all([
    visitRecordedScreens(browser, 'en'),
    visitRecordedScreens(browser, 'zh-CN'),
  ]);
}, 60_000);
afterAll(() => browser.close());

describe('in English, screen by screen as a real Logto has it', () => {
  test.each(labels.filter((label) => label !== chineseLabel))('%s', (label) => {
    expect(withoutChance(english.get(label) as Screen)).toEqual(recorded(label));
  });
});

describe('in Chinese, the same screens with the texts of that language', () => {
  test('the first as recorded', () => {
    expect(withoutChance(chinese.get(chineseLabel) as Screen)).toEqual(recorded(chineseLabel));
  });

  test.each(labels.filter((label) => label !== chineseLabel))('%s', (label) => {
    expect(withoutChance(chinese.get(label) as Screen)).toEqual(inChinese(recorded(label)));
  });
});
