import type { EmailConnector, SmsConnector, TemplateType } from '@logto/connector-kit';
import { Hono } from 'hono';
import { z } from 'zod';
import { createConnector, translateConnectorErrors } from '../../connectors/index.ts';
import type { Context } from '../../context.ts';
import { readBody } from '../../http/body.ts';
import { clientIp } from '../../http/request.ts';
import { RequestError } from '../../http/request-error.ts';
import { jsonObjectGuard } from '../common/guards.ts';

const bodyGuard = z.object({
  phone: z.string().regex(/^\d+$/).optional(),
  email: z
    .string()
    .regex(/^\S+@\S+\.\S+$/)
    .optional(),
  config: jsonObjectGuard,
  locale: z.string().optional(),
});

/** `/connectors/{factoryId}/test`: sends one message with a configuration that is not saved. */
export function connectorTestRoutes(context: Context): Hono {
  return new Hono().post('/connectors/:factoryId/test', async (c) => {
    const { phone, email, config, locale } = await readBody(c, bodyGuard);
    const to = phone ?? email;
    if (!to) {
      throw new RequestError('guard.invalid_input');
    }
    const expected = phone ? 'Sms' : 'Email';

    const factories = await context.connectorFactories();
    const factory = factories.find(
      ({ type, metadata }) =>
        metadata.id === c.req.param('factoryId') && (type === 'Email' || type === 'Sms'),
    );
    if (!factory) {
      throw new RequestError({ code: 'connector.not_found', type: expected });
    }
    if (factory.type !== expected) {
      throw new RequestError('connector.unexpected_type');
    }

    await translateConnectorErrors(async () => {
      const connector = (await createConnector(context, factory)) as EmailConnector | SmsConnector;
      await connector.sendMessage(
        {
          to,
          type: 'Generic' as TemplateType.Generic,
          payload: { code: '000000', ...(locale && { locale }) },
          ip: clientIp(c),
        },
        config,
      );
    });
    return c.body(null, 204);
  });
}
