import { describe, expect, test } from 'vitest';
import { quote, readRegions, withoutHardening } from './index.ts';
const file = `import { a } from 'a';
// #region hardening: tabs
import { b } from './hardening/b';
// #endregion

// #region config
export const config = {
  a,

  // #region hardening: tabs
  b,
  // #endregion

  // #region inner
  c: 1,
  // #endregion
};
// #endregion config
`;
describe('quote', () => {
    test('gives a region without its markers and without what production adds', () => {
        expect(quote(file, 'config')).toBe('export const config = {\n  a,\n\n  c: 1,\n};');
    });
    test('moves a nested region to the left margin', () => {
        expect(quote(file, 'inner')).toBe('c: 1,');
    });
    test('gives a whole file, with one empty line where a region was', () => {
        expect(quote(file)).toBe("import { a } from 'a';\n\nexport const config = {\n  a,\n\n  c: 1,\n};");
    });
    test('gives all places of a hardening', () => {
        expect(quote(file, 'hardening: tabs')).toBe("import { b } from './hardening/b';\n\nb,");
    });
    test('knows no region that is not there', () => {
        expect(quote(file, 'none')).toBeUndefined();
        expect(quote(file, 'hardening: none')).toBeUndefined();
        expect(quote(file, 'tabs')).toBeUndefined();
    });
});
test('withoutHardening takes out the named hardening alone and keeps other markers', () => {
    const text = `${file}// #region hardening: other\nd();\n// #endregion\n`;
    expect(withoutHardening(text, ['tabs'])).toContain('hardening: other');
    expect(withoutHardening(text, ['tabs'])).not.toContain('hardening: tabs');
    expect(withoutHardening(text)).not.toContain('d();');
    expect(withoutHardening(text)).toContain('// #region config');
});
test.each([
    ['{/* #region a */}', '{/* #endregion */}'],
    ['<!-- #region a -->', '<!-- #endregion -->'],
    ['/* #region a */', '/* #endregion */'],
    ['# #region a', '# #endregion'],
])('a comment of any language does: %s', (start, end) => {
    expect(quote(`x\n  ${start}\n  text\n  ${end}\n`, 'a')).toBe('text');
});
test.each([
    ['// #region a\n// #endregion\n// #region a\n// #endregion', 3, 'twice'],
    ['x\n// #endregion', 2, 'closes no region'],
    ['// #region a\nx', 1, 'never closed'],
    ['// #region\n// #endregion', 1, 'no name'],
    ['// #region a\n// #region b\n// #endregion a\n// #endregion b', 3, 'may not cross'],
    ['// #region hardening: h\n// #region a\n// #endregion\n// #endregion', 2, 'inside a hardening'],
])('what is wrong is said with its line: %j', (text, line, message) => {
    expect(readRegions(text).problems[0]).toEqual({
        line,
        message: expect.stringContaining(message),
    });
});
