import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { checkInput, readBody } from '../http/body.ts';
import { readCookie } from '../http/request.ts';
import { RequestError } from '../http/request-error.ts';
import { findInteraction } from '../oidc/interactions.ts';
import type { OidcServer } from '../oidc/server.ts';
import { guards } from './guards.ts';
import { identifyUser, registerUser } from './identification.ts';
import { ExperienceInteraction, type Visitor } from './interaction.ts';
import { checkOneTimeToken } from './one-time-token.ts';
import { checkPasswordOf, prepareIdentity } from './password-verification.ts';
import { setPassword } from './profile.ts';
import { postProfile } from './profile-route.ts';
import { assertEventAllowed } from './rules.ts';
import { submit } from './submit.ts';
import {
  checkMfaCode,
  checkVerificationCode,
  sendMfaCode,
  sendVerificationCode,
} from './verification-code.ts';

interface Env {
  Bindings: HttpBindings;
}

/** The Experience API, mounted at `/api/experience`: what the sign-in pages are made with. */
export function experienceRoutes(context: Context, { provider }: OidcServer): Hono<Env> {
  const app = new Hono<Env>();
  const find = (c: HonoContext<Env>) => findInteraction(provider, c.env.incoming, c.env.outgoing);
  const restore = async (c: HonoContext<Env>) =>
    ExperienceInteraction.restore(context, visitorOf(c), await find(c));

  app.put('/', async (c) => {
    const stored = await find(c);
    const { interactionEvent } = await readBody(c, guards.start);
    await ExperienceInteraction.start(context, visitorOf(c), stored, interactionEvent).save();
    return c.body(null, 204);
  });

  app.put('/interaction-event', async (c) => {
    const interaction = await restore(c);
    const { interactionEvent } = await readBody(c, guards.switchEvent);
    assertEventAllowed(
      context.store.signInExperience,
      interactionEvent,
      interaction.hasOneTimeToken,
    );
    if ((interactionEvent === 'ForgotPassword') !== (interaction.event === 'ForgotPassword')) {
      throw new RequestError('session.not_supported_for_forgot_password');
    }
    interaction.switchEvent(interactionEvent);
    await interaction.save();
    return c.body(null, 204);
  });

  app.post('/identification', async (c) => {
    const interaction = await restore(c);
    const { verificationId } = await readBody(c, guards.identification);
    if (interaction.event === 'Register') {
      await registerUser(interaction, verificationId);
      return c.body('Created', 201, { 'content-type': 'text/plain; charset=utf-8' });
    }
    if (verificationId === undefined) {
      throw new RequestError('guard.invalid_input');
    }
    await identifyUser(interaction, verificationId);
    return c.body(null, 204);
  });

  app.post('/submit', async (c) => {
    const redirectTo = await submit(await restore(c));
    return redirectTo === undefined ? c.body(null, 204) : c.json({ redirectTo });
  });

  app.get('/interaction', async (c) => c.json((await restore(c)).toPublic()));

  app.post('/verification/verification-code', async (c) => {
    const interaction = await restore(c);
    const { identifier, interactionEvent } = await readBody(c, guards.sendCode);
    if (interaction.userId === undefined) {
      interaction.assertNoCaptcha();
    }
    const verificationId = await sendVerificationCode(interaction, identifier, interactionEvent);
    return c.json({ verificationId });
  });

  app.post('/verification/verification-code/verify', async (c) => {
    const interaction = await restore(c);
    const body = await readBody(c, guards.verifyCode);
    await checkVerificationCode(interaction, body);
    return c.json({ verificationId: body.verificationId });
  });

  app.post('/verification/mfa-verification-code', async (c) => {
    const interaction = await restore(c);
    assertEmail((await readBody(c, guards.sendMfaCode)).identifierType);
    return c.json({ verificationId: await sendMfaCode(interaction) });
  });

  app.post('/verification/mfa-verification-code/verify', async (c) => {
    const interaction = await restore(c);
    const { identifierType, verificationId, code } = await readBody(c, guards.verifyMfaCode);
    assertEmail(identifierType);
    await checkMfaCode(interaction, verificationId, code);
    return c.json({ verificationId });
  });

  app.post('/verification/password', async (c) => {
    const interaction = await restore(c);
    const { identifier, password } = await readBody(c, guards.password);
    return c.json({ verificationId: await checkPasswordOf(interaction, identifier, password) });
  });

  app.post('/verification/new-password-identity', async (c) => {
    const interaction = await restore(c);
    const { identifier, password } = await readBody(c, guards.newPasswordIdentity);
    return c.json({ verificationId: await prepareIdentity(interaction, identifier, password) });
  });

  app.post('/verification/one-time-token/verify', async (c) => {
    const interaction = await restore(c);
    const { identifier, token } = await readBody(c, guards.oneTimeToken);
    return c.json({ verificationId: await checkOneTimeToken(interaction, identifier, token) });
  });

  app.post('/profile', async (c) => {
    const interaction = await restore(c);
    await postProfile(interaction, await readBody(c, guards.profile));
    return c.body(null, 204);
  });

  app.put('/profile/password', async (c) => {
    const interaction = await restore(c);
    const { password } = await readBody(c, guards.resetPassword);
    if (interaction.event !== 'ForgotPassword') {
      throw new RequestError('session.invalid_interaction_type');
    }
    interaction.identifiedUser();
    await setPassword(interaction, password, true);
    await interaction.save();
    return c.body(null, 204);
  });

  app.get('/sso-connectors', async (c) => {
    await find(c);
    checkInput('query', guards.ssoConnectors, c.req.query());
    return c.json({ connectorIds: [] });
  });

  return app;
}

/** @throws RequestError `connector.not_found` (501): the emulator sends no text messages */
function assertEmail(identifierType: 'email' | 'phone'): void {
  if (identifierType === 'phone') {
    throw new RequestError({ code: 'connector.not_found', status: 501, type: 'Sms' });
  }
}

function visitorOf(c: HonoContext<Env>): Visitor {
  return {
    ip: c.env.incoming.socket.remoteAddress ?? '',
    userAgent: c.req.header('user-agent'),
    acceptLanguage: c.req.header('accept-language'),
    logtoCookie: readCookie(c.req.header('cookie'), '_logto'),
  };
}
