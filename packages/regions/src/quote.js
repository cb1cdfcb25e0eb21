import { isMarker, readRegions } from './read-regions.ts';
import { withoutHardening } from './without-hardening.ts';
/**
 * A region as a page shows it, or the whole file: no markers, no hardening, moved to the left margin,
 * without empty lines around it. `undefined` when the file has no such region.
 *
 * `hardening: name` quotes a hardening; its places are joined by an empty line.
 */
export function quote(text, name) {
    const [, hardening] = /^hardening:\s*(.*)$/.exec(name ?? '') ?? [];
    if (hardening !== undefined) {
        const places = readRegions(text).regions.filter((r) => r.hardening && r.name === hardening);
        const lines = text.split('\n');
        const parts = places.map(({ start, end }) => tidy(lines.slice(start, end - 1)));
        return parts.length > 0 ? parts.join('\n\n') : undefined;
    }
    const base = withoutHardening(text);
    const lines = base.split('\n');
    if (name === undefined) {
        return tidy(lines);
    }
    const region = readRegions(base).regions.find((r) => !r.hardening && r.name === name);
    return region && tidy(lines.slice(region.start, region.end - 1));
}
function tidy(lines) {
    const shown = lines.filter((line) => !isMarker(line)).map((line) => line.trimEnd());
    const margins = shown.filter(Boolean).map((line) => line.length - line.trimStart().length);
    const margin = Math.min(...margins);
    return shown
        .map((line) => line.slice(margin))
        .join('\n')
        .replace(/^\n+|\n+$/g, '');
}
