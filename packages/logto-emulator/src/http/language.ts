/** The first language of an `Accept-Language` header that the emulator has; else English. */
export function preferredLanguage(header: string | undefined): 'en' | 'zh-CN' {
  const tags = (header ?? '')
    .split(',')
    .map((entry, index) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality) : 1, index };
    })
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  const known = tags.find(({ tag }) => /^(en|zh)(-|$)/.test(tag));
  return known?.tag.startsWith('zh') ? 'zh-CN' : 'en';
}
