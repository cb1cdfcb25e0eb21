/** One thing that was looked at. */
export interface Finding {
  /** What it is about: `Port 3000`. */
  what: string;
  /** `note`: worth knowing, stops nothing. */
  state: 'fine' | 'note' | 'problem';
  /** What was found. */
  detail: string;
  /** What to do about it. */
  remedy?: string;
}

export function fine(what: string, detail: string): Finding {
  return { what, state: 'fine', detail };
}

export function note(what: string, detail: string, remedy?: string): Finding {
  return {
    what,
    state: 'note',
    detail,
    ...(remedy ? { remedy } : {}),
  };
}

export function problem(what: string, detail: string, remedy: string): Finding {
  return {
    what,
    state: 'problem',
    detail,
    remedy,
  };
}

const signs = { fine: '✔', note: '•', problem: '✘' };

/** The findings as a table; a remedy stands below what it mends. */
export function table(findings: Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length)) + 2;
  return findings
    .map(({ what, state, detail, remedy }) => {
      const row = `  ${signs[state]} ${what.padEnd(width)}${detail}`;
      return remedy ? `${row}\n    ${' '.repeat(width)}→ ${remedy}` : row;
    })
    .join('\n');
}
