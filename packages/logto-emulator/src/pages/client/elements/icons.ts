const namespace = 'http://www.w3.org/2000/svg';

/** Lines of each icon on a field of 24 by 24. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  clear: 'M12 3a9 9 0 100 18 9 9 0 000-18zM9 9l6 6M15 9l-6 6',
  down: 'M7 10l5 5 5-5',
  hide: 'M3 12c2 3.500 5 5 9 5s7-1.500 9-5M6.500 15.500l-1.500 2.500M12 17v3M17.500 15.500l1.500 2.500',
  show: 'M3 12c2-3.500 5-5.500 9-5.500s7 2 9 5.500c-2 3.500-5 5.500-9 5.500s-7-2-9-5.500zM12 9.500a2.500 2.500 0 100 5 2.500 2.500 0 000-5z',
  swap: 'M4 9h15l-4-4M20 15H5l4 4',
  user: 'M12 5a3.500 3.500 0 100 7 3.500 3.500 0 000-7zM5 20a7 6 0 0114 0z',
  lock: 'M7 11V8a5 5 0 0110 0v3M6 11h12a1 1 0 011 1v7a1 1 0 01-1 1H6a1 1 0 01-1-1v-7a1 1 0 011-1zM12 14.500v2',
  checkbox: 'M5 4h14a1 1 0 011 1v14a1 1 0 01-1 1H5a1 1 0 01-1-1V5a1 1 0 011-1zM8 12l3 3 5-6',
};

function svg(viewBox: string, path: string, className: string): SVGSVGElement {
  const element = document.createElementNS(namespace, 'svg');
  element.setAttribute('viewBox', viewBox);
  element.setAttribute('class', className);
  const line = document.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  element.append(line);
  return element;
}

/** A small line drawing in the colour of the text around it. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  return svg('0 0 24 24', paths[name], 'icon');
}

/** The word “Logto”, drawn. */
export function wordmark(): SVGSVGElement {
  return svg(
    '0 0 54 20',
    'M2 3v12h7M17 6.500a4.250 4.250 0 100 8.500 4.250 4.250 0 000-8.500M34 6.500v9.500a3 3 0 01-3 3h-4M34 10.750a4.250 4.250 0 10-8.500 0 4.250 4.250 0 008.500 0M38 3v9.500a2.500 2.500 0 002.500 2.500M36 6.500h5M48.500 6.500a4.250 4.250 0 100 8.500 4.250 4.250 0 000-8.500',
    'wordmark',
  );
}

/** What is shown above “not found”: an empty tray. */
export function emptyTray(): SVGSVGElement {
  return svg(
    '0 0 200 140',
    'M40 80l22-50h76l22 50v34a6 6 0 01-6 6H46a6 6 0 01-6-6zM40 80h36c0 14 10 22 24 22s24-8 24-22h36M84 52h32M84 64h20',
    'tray',
  );
}

/** The application's logo. It comes with the page, so that nothing is asked of another host. */
export const logoUrl = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="${namespace}" viewBox="0 0 40 40"><rect width="40" height="40" rx="10" fill="#6139f6"/><path d="M13 10v17a3 3 0 003 3h12M22 11h6v7" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
)}`;
