import type { TemplateType } from '@logto/connector-kit';
import { Hono } from 'hono';
import { z } from 'zod';
import { getEmailConnector } from '../../connectors/index.ts';
import type { Context } from '../../context.ts';
import { createPasscode, verifyPasscode } from '../../experience/passcodes.ts';
import { withSendLimit } from '../../experience/send-limit.ts';
import { readBody } from '../../http/body.ts';
import { clientIp } from '../../http/request.ts';
import { RequestError } from '../../http/request-error.ts';

const email = z.string().regex(/^\S+@\S+\.\S+$/);
const phone = z.string().regex(/^\d+$/);
const verificationCode = z.string().min(1);

const requestGuard = z.union([z.object({ email }), z.object({ phone })]);
const verifyGuard = z.union([
  z.object({ email, verificationCode }),
  z.object({ phone, verificationCode }),
]);

/** These codes are for no particular purpose, and belong to an address, not to a sign-in. */
const type = 'Generic';

/** `/verification-codes`: codes that an application sends and verifies on its own account. */
export function verificationCodeRoutes(context: Context): Hono {
  return new Hono()
    .post('/verification-codes', async (c) => {
      const body = await readBody(c, requestGuard);
      const to = 'phone' in body ? body.phone : body.email;
      await withSendLimit(context, to, async () => {
        const code = createPasscode(context, to, type, to);
        // The emulator sends no text messages.
        if ('phone' in body) {
          throw new RequestError({ code: 'connector.not_found', status: 501, type: 'Sms' });
        }
        const connector = await getEmailConnector(context);
        const ip = clientIp(c);
        const message = { to, type: type as TemplateType.Generic, payload: { code } };
        await connector.sendMessage(ip === undefined ? message : { ...message, ip });
        if (context.logCodes) {
          console.error(`${type} code for ${to}: ${code}`);
        }
      });
      return c.body(null, 204);
    })
    .post('/verification-codes/verify', async (c) => {
      const body = await readBody(c, verifyGuard);
      const address = 'phone' in body ? body.phone : body.email;
      verifyPasscode(context, address, type, address, body.verificationCode);
      return c.body(null, 204);
    });
}
