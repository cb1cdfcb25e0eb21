const marker = /^\s*(?:\/\/|\{?\/\*|<!--|#)\s*#(region|endregion)\b(.*?)(?:\*\/\}?|-->)?\s*$/;
/** Whether this line opens or closes a region. */
export function isMarker(line) {
    return marker.test(line);
}
/** All regions of a file in the order in which they begin, and whatever is wrong with its markers. */
export function readRegions(text) {
    const regions = [];
    const problems = [];
    const open = [];
    for (const [index, line] of text.split('\n').entries()) {
        const [, kind, rest = ''] = marker.exec(line) ?? [];
        const label = rest.trim();
        if (kind === 'region') {
            const region = { ...named(label), start: index + 1, end: 0 };
            problems.push(...problemsOfOpening(region, regions, open));
            regions.push(region);
            open.push(region);
        }
        else if (kind === 'endregion') {
            const region = open.pop();
            if (!region) {
                problems.push({ line: index + 1, message: '#endregion closes no region' });
            }
            else if (label && named(label).name !== region.name) {
                const message = `#endregion ${label} closes the region "${region.name}": regions may not cross`;
                problems.push({ line: index + 1, message });
            }
            if (region) {
                region.end = index + 1;
            }
        }
    }
    for (const { name, start } of open) {
        problems.push({ line: start, message: `the region "${name}" is never closed` });
    }
    return { regions: regions.filter(({ end }) => end > 0), problems };
}
function named(label) {
    const [, name] = /^hardening:\s*(.*)$/.exec(label) ?? [];
    return name === undefined ? { name: label, hardening: false } : { name, hardening: true };
}
function problemsOfOpening(region, before, open) {
    const { name, hardening, start: line } = region;
    if (!name) {
        return [{ line, message: '#region has no name' }];
    }
    // One hardening may need several places of a file; a quotation needs exactly one.
    if (!hardening && before.some((other) => !other.hardening && other.name === name)) {
        return [{ line, message: `the region "${name}" is there twice` }];
    }
    if (open.some((outer) => outer.hardening && !hardening)) {
        return [{ line, message: `the region "${name}" is inside a hardening, which no page quotes` }];
    }
    return [];
}
