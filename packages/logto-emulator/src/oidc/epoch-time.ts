import { currentTime } from '../clock.ts';

/**
 * Seconds since 1970. Stands in for `oidc-provider`'s own helper of this name, which asks the machine's
 * clock (see `bundle/stand-ins.ts`): with it, tokens expire by the emulator's clock.
 */
export default (date = currentTime()): number => Math.floor(date / 1000);
