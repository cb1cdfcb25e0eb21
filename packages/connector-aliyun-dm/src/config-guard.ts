import { type ZodTypeAny, z } from 'zod';
import type { AliyunDmConfig } from './config.ts';
import { configProblems } from './config-rules.ts';
import { type Setting, settingsTable } from './settings-table.ts';

// zod stays outside of the bundle, like the kit: it is the one that Logto's core depends on.

/** What only this connector knows is left out of a template when it is not even text. */
const ownText = z.string().optional().catch(undefined);

const template = z.object({
  usageType: z.string(),
  subject: z.string(),
  content: z.string().optional(),
  contentType: ownText,
  text: ownText,
  replyTo: ownText,
  sendFrom: ownText,
  templateId: ownText,
  templateData: z.record(z.string(), z.string()).optional().catch(undefined),
});

function typeOf({ name, type }: Setting): ZodTypeAny {
  switch (type) {
    case 'number':
      // Or a text, as a form may hand it over.
      return z.union([z.number(), z.string()]);
    case 'flag':
      return z.boolean();
    case 'json':
      return name === 'templates' ? template.array() : z.record(z.string(), z.string());
    default:
      return z.string();
  }
}

/** Which settings there are, and of which types. The Console sends `null` for an empty number. */
const shape = z.object(
  Object.fromEntries(
    settingsTable.map((setting: Setting) => {
      const type = typeOf(setting);
      return [setting.name, setting.required && !setting.when ? type : type.nullish()];
    }),
  ),
);

/**
 * Whether a configuration can send mail; no message repeats a value of it.
 *
 * It takes whatever the official connector takes, but for what `test/superset.test.ts` lists.
 */
export const configGuard = shape.superRefine((config, context) => {
  for (const { path, message } of configProblems(config as AliyunDmConfig)) {
    context.addIssue({ code: 'custom', path, message });
  }
});
