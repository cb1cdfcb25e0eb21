import { type Language, languages, pagesOf, Repository } from '../../src/repository.ts';

export const repository = new Repository();

export interface SitePage {
  language: Language;
  /** In the repository. */
  file: string;
  /** Below the site's own. */
  address: string;
}

/** Every page of the site: English at its root, the others in their folders. */
export const pages: SitePage[] = languages.flatMap((language) =>
  pagesOf(repository, language)
    .filter((file) => !file.includes('/parts/'))
    .map((file) => ({
      language,
      file,
      address: file.replace(/^docs\/(en\/)?/, '').replace(/(index)?\.md$/, ''),
    })),
);

export function siteUrl(address = ''): string {
  return new URL(address, process.env.SITE_URL).href;
}
