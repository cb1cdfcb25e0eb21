import { expect, test } from 'vitest';
import { createTestClient } from '../../../test/support/management-client.ts';

function template(languageTag: string, templateType: string, subject = 's') {
  return {
    languageTag,
    templateType,
    details: { subject, content: 'c' },
  };
}

test('templates are written by language and type, and listed in that order', async () => {
  const { call, clock } = await createTestClient();
  const templates = [template('en', 'SignIn'), template('de', 'Generic')];
  const { body } = await call('PUT', '/email-templates', { templates });
  expect(body[0]).toEqual({
    tenantId: 'default',
    id: expect.stringMatching(/^[a-z0-9]{21}$/),
    ...templates[0],
    createdAt: clock.now().getTime(),
  });
  expect((await call('GET', '/email-templates')).body).toEqual([body[1], body[0]]);
  expect((await call('GET', '/email-templates?templateType=SignIn')).body).toEqual([body[0]]);
  const again = await call('PUT', '/email-templates', {
    templates: [template('en', 'SignIn', 't')],
  });
  expect(again.body).toEqual([{ ...body[0], details: { subject: 't', content: 'c' } }]);
});

test('a template’s details are changed, and it is deleted', async () => {
  const { call } = await createTestClient();
  const templates = [template('en', 'SignIn')];
  const [{ id }] = (await call('PUT', '/email-templates', { templates })).body;
  const path = `/email-templates/${id}`;
  const details = { replyTo: 'help@example.com' };
  expect((await call('PATCH', `${path}/details`, details)).body.details).toEqual({
    subject: 's',
    content: 'c',
    replyTo: 'help@example.com',
  });
  expect((await call('GET', path)).body.id).toBe(id);
  expect((await call('DELETE', path)).status).toBe(204);
  expect((await call('GET', path)).body.code).toBe('entity.not_exists_with_id');
});

test('several are deleted by language or type, never all of them', async () => {
  const { call } = await createTestClient();
  const templates = [template('en', 'SignIn'), template('en', 'Generic'), template('de', 'SignIn')];
  await call('PUT', '/email-templates', { templates });
  expect(await call('DELETE', '/email-templates')).toMatchObject({
    status: 422,
    body: { code: 'connector.email_connector.bulk_deletion_no_filter' },
  });
  expect((await call('DELETE', '/email-templates?languageTag=en')).body).toEqual({ rowCount: 2 });
  expect((await call('DELETE', '/email-templates?languageTag=en')).body).toEqual({ rowCount: 0 });
});
