import { offsets } from '../markdown/directive.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Repository } from '../repository.ts';
import { labelOf } from '../run/labels.ts';
import type { Mutation } from './mutation.ts';

/** Each part of a guide taken out, in English alone or at the same place in every language. */
export function withoutEach(
  repository: Repository,
  guide: string,
  everywhere: boolean,
): Mutation[] {
  const parts = partsOf(repository.read(`docs/en/${guide}.md`) ?? '');
  return parts.flatMap(({ label, line }, index) =>
    everywhere && label === 'checkpoint'
      ? []
      : {
          name: `${guide}: ${label} of line ${line} taken out${everywhere ? ', in both languages' : ''}`,
          guide,
          synced: everywhere,
          apply: (tree) => {
            for (const language of everywhere ? ['en', 'zh-CN'] : ['en']) {
              const file = `docs/${language}/${guide}.md`;
              const text = tree.read(file) ?? '';
              const part = partsOf(text)[index];
              if (part) {
                tree.replace(file, text.slice(0, part.start) + text.slice(part.end));
              }
            }
          },
        },
  );
}

interface Part {
  label: string;
  line: number;
  start: number;
  end: number;
}

/** What a reader does: blocks with their comments, items that set or fill in something, checkpoints. */
function partsOf(text: string): Part[] {
  const { children } = parseMarkdown(text);
  return children.flatMap((node, index): Part[] => {
    const line = node.position?.start.line ?? 0;
    const above = children[index - 1];
    if (node.type === 'code' && above?.type === 'html') {
      return [{ label: 'block', line, start: offsets(above).start, end: offsets(node).end }];
    }
    if (node.type === 'html' && /checkpoint:/.test(node.value)) {
      return [{ label: 'checkpoint', line, ...offsets(node) }];
    }
    if (node.type === 'list') {
      return node.children.flatMap((item) => {
        const place = offsets(item);
        const source = text.slice(place.start, place.end);
        const [, label = '', fills] =
          /^- (?:\*\*([^*]+)\*\*|(`\w+`)|Type|类型)[:：]/.exec(source) ?? [];
        const isStep = fills || labelOf(label) || /^- (Type|类型)/.test(source);
        return isStep ? [{ label: 'step', line: item.position?.start.line ?? 0, ...place }] : [];
      });
    }
    return [];
  });
}
