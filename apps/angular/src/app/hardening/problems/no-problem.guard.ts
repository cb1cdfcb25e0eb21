import { inject } from '@angular/core';
import { type CanMatchFn, withRouterConfig } from '@angular/router';
import { Problems } from './problems';

/**
 * Holds a guarded page back while the visitor reads what is wrong: the library's guard would leave for
 * Logto at once. It answers nothing, because every answer changes the address.
 */
export const noProblemGuard: CanMatchFn = () =>
  inject(Problems).problem() === undefined || new Promise<boolean>(() => {});

/** From such a page, the way home begins where the router believes it is already. */
export const leaveHeldPage = withRouterConfig({ onSameUrlNavigation: 'reload' });
