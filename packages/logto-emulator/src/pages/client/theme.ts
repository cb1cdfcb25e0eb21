import type { Settings } from './settings.ts';

/** Sets the colours: the brand's, and dark where that is wanted by both sides. */
export function applyTheme({ color }: Settings): void {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const dark = color.isDarkModeEnabled && prefersDark.matches;
    const root = document.documentElement;
    root.dataset.theme = dark ? 'dark' : 'light';
    const brand = (dark && color.darkPrimaryColor) || color.primaryColor;
    root.style.setProperty('--brand', brand);
  };
  prefersDark.addEventListener('change', apply);
  apply();
}

/** Whether this is a phone or a tablet, which get a layout of their own. */
export function isMobile(): boolean {
  const { userAgentData } = navigator as { userAgentData?: { mobile: boolean } };
  if (userAgentData) {
    return userAgentData.mobile;
  }
  return (
    /Mobi|Android|iPhone|iPad|iPod/i.test(navigator.userAgent) ||
    // An iPad says that it is a Mac.
    (/Macintosh/i.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}
