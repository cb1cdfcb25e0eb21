import { readRegions } from './read-regions.ts';
/**
 * The file without its hardening regions, or without those of these names; other markers stay.
 * Where a region stood between two empty lines, one is left.
 */
export function withoutHardening(text, names) {
    const gone = readRegions(text).regions.filter(({ hardening, name }) => hardening && (names?.includes(name) ?? true));
    const kept = [];
    let removed = false;
    for (const [index, line] of text.split('\n').entries()) {
        if (gone.some(({ start, end }) => start <= index + 1 && index + 1 <= end)) {
            removed = true;
            continue;
        }
        const doubled = removed && line.trim() === '' && (kept.at(-1)?.trim() ?? '') === '';
        if (!doubled) {
            kept.push(line);
        }
        removed = false;
    }
    return kept.join('\n');
}
