/** By it `provision` knows its own templates again. */
export const templateMark = '<!-- dm-kit -->';

export interface Layout {
  /** Of the language: `zh-CN`. */
  lang: string;
  /** What a list of mails shows beside the subject. */
  preheader: string;
  title: string;
  lead: string;
  /** The code, or a button. */
  main: string;
  footnotes: string[];
}

const font =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'PingFang SC','Microsoft YaHei',Arial,sans-serif";

/**
 * A mail as mail programs show it: tables and inline styles, because many drop everything else; no image and no link
 * that is not asked for, because many block them; dark where the program says so.
 */
export function layout({ lang, preheader, title, lead, main, footnotes }: Layout): string {
  const notes = footnotes.map((note) => `<p style="margin:0 0 8px">${note}</p>`).join('');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><style>@media (prefers-color-scheme:dark){.page{background:#14161a!important}.card{background:#1f2228!important;border-color:#343942!important}.text{color:#eceef2!important}.soft{color:#a9b0bd!important}.code{background:#2a2f38!important;color:#fff!important}}</style></head><body class="page" style="margin:0;background:#f3f4f6">${templateMark}<div style="display:none;max-height:0;overflow:hidden;opacity:0">${preheader}${'&#847;&zwnj;&nbsp;'.repeat(40)}</div><table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6"><tr><td align="center" style="padding:32px 16px"><table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;background:#ffffff;border:1px solid #e3e5e8;border-radius:12px"><tr><td style="padding:32px;${font}"><h1 class="text" style="margin:0 0 12px;font-size:22px;line-height:1.3;color:#191c1d">${title}</h1><p class="text" style="margin:0 0 20px;font-size:16px;line-height:1.5;color:#191c1d">${lead}</p>${main}<div class="soft" style="font-size:14px;line-height:1.5;color:#5b6068">${notes}</div></td></tr></table></td></tr></table></body></html>`;
}

/** A code, large, and taken whole by one click where a program allows it. */
export function codeBlock(code: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px"><tr><td class="code" align="center" style="padding:18px 8px;background:#f0f1fb;border-radius:8px;font:700 36px/1.2 Menlo,Consolas,'Courier New',monospace;letter-spacing:8px;color:#191c1d;-webkit-user-select:all;user-select:all">${code}</td></tr></table>`;
}

export function linkButton(text: string, link: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px"><tr><td style="background:#5d34f2;border-radius:8px"><a href="${link}" style="display:inline-block;padding:12px 24px;font-size:16px;color:#ffffff;text-decoration:none">${text}</a></td></tr></table>`;
}
