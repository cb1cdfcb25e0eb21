import type { Framework } from '../framework.ts';
import type { PublishedDocument } from '../published/document.ts';

export interface Addresses {
  /** Where the page says that the application is. */
  port: number;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
}

/** What a page has its reader enter in the Logto Console for the application. */
export function addressesIn(
  { blocks, sentences }: PublishedDocument,
  { usualPort }: Framework,
): Addresses {
  const texts = [...blocks.map(({ code: text, line }) => ({ text, line })), ...sentences].sort(
    (a, b) => a.line - b.line,
  );
  const ports = texts.flatMap(({ text }) =>
    [...text.matchAll(/localhost:(\d+)/g)].map(([, port]) => Number(port)),
  );
  // Logto's and Direct Mail's own are elsewhere.
  const port = ports.find((one) => ![3001, 3002, 3010].includes(one)) ?? usualPort;
  const said = sentences.flatMap(({ text }) =>
    [...text.matchAll(/https?:\/\/localhost:\d+[^\s`'"<>,)，。）]*/g)].map(([uri]) => ({
      uri,
      text,
    })),
  );
  const isCallback = ({ uri }: { uri: string }) => uri.includes('callback');
  const isWayBack = ({ text }: { text: string }) =>
    /sign(ing|s)?[ -]?out|log(ging|s)?[ -]?out|退出|登出/i.test(text);
  return {
    port,
    redirectUris: unique(said.filter(isCallback)),
    postLogoutRedirectUris: unique(said.filter((one) => !isCallback(one) && isWayBack(one))),
  };
}

function unique(all: { uri: string }[]): string[] {
  return [...new Set(all.map(({ uri }) => uri.replace(/[.;:]$/, '')))];
}
