import type { Assets } from './assets.ts';
import type { Settings } from './client/settings.ts';

/** Nothing inline, nothing from elsewhere, nobody may frame the page. Data URLs are the pictures. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escapeHtml(text: string) {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** The document of every page; the script fills it. */
export function renderDocument(language: string, settings: Settings, assets: Assets): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1.0, viewport-fit=cover">
<meta name="robots" content="noindex,nofollow">
<title>Logto</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.style.path}">
<script type="module" src="${assets.script.path}"></script>
</head>
<body>
<noscript>You need to enable JavaScript to run this app.</noscript>
<div id="app" data-settings="${escapeHtml(JSON.stringify(settings))}"></div>
</body>
</html>
`;
}
