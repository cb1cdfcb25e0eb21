import { emailTemplateDetailsGuard, templateTypeGuard } from '@logto/connector-kit';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { checkInput, readBody } from '../../http/body.ts';
import { RequestError } from '../../http/request-error.ts';
import { tenantId } from '../../store/seed.ts';
import type { EmailTemplate } from '../../store/types.ts';
import { findEntity } from '../common/entity.ts';
import { queryOf } from '../common/query.ts';

const languageTag = z.string().min(1).max(16);
const putGuard = z.object({
  templates: z
    .object({ languageTag, templateType: templateTypeGuard, details: emailTemplateDetailsGuard })
    .array()
    .min(1),
});
const filterGuard = z.object({ languageTag, templateType: templateTypeGuard }).partial();

/** `/email-templates`: the tenant's own e-mails, by language and purpose. */
export function emailTemplateRoutes(context: Context): Hono {
  const { store, random, clock } = context;
  const find = (id: string) => findEntity(store.emailTemplates, 'email_templates', id);
  const list = (filter: z.output<typeof filterGuard>) =>
    store.emailTemplates
      .list(
        (template) =>
          (!filter.languageTag || template.languageTag === filter.languageTag) &&
          (!filter.templateType || template.templateType === filter.templateType),
      )
      .sort(
        (a, b) => compare(a.languageTag, b.languageTag) || compare(a.templateType, b.templateType),
      );
  const put = (template: Pick<EmailTemplate, 'languageTag' | 'templateType' | 'details'>) => {
    const [existing] = list(template as z.output<typeof filterGuard>);
    return store.emailTemplates.put({
      tenantId,
      id: existing?.id ?? random.id(),
      createdAt: existing?.createdAt ?? clock.now().getTime(),
      ...template,
    });
  };

  return new Hono()
    .put('/email-templates', async (c) => {
      const { templates } = await readBody(c, putGuard);
      return c.json(templates.map((template) => put(template as EmailTemplate)));
    })
    .get('/email-templates', (c) => c.json(list(checkInput('query', filterGuard, queryOf(c)))))
    .delete('/email-templates', (c) => {
      const filter = checkInput('query', filterGuard, queryOf(c));
      if (!filter.languageTag && !filter.templateType) {
        throw new RequestError({
          code: 'connector.email_connector.bulk_deletion_no_filter',
          status: 422,
          properties: 'languageTag and templateType',
        });
      }
      const templates = list(filter);
      for (const { id } of templates) {
        store.emailTemplates.delete(id);
      }
      return c.json({ rowCount: templates.length });
    })
    .get('/email-templates/:id', (c) => c.json(find(c.req.param('id'))))
    .patch('/email-templates/:id/details', async (c) => {
      const body = await readBody(c, emailTemplateDetailsGuard.partial());
      const { id, details } = find(c.req.param('id'));
      const merged = { ...details, ...body } as EmailTemplate['details'];
      return c.json(store.emailTemplates.update(id, { details: merged }));
    })
    .delete('/email-templates/:id', (c) => {
      const { id } = find(c.req.param('id'));
      store.emailTemplates.delete(id);
      return c.body(null, 204);
    });
}

/** By code unit, as the database's collation has it. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
