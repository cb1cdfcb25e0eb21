// #region hardening: settings
import { wrongSettings } from '@/hardening/settings';

/** Next.js calls this once, when the server starts. */
export function register(): void {
  for (const fault of wrongSettings()) {
    console.error(fault);
  }
}
// #endregion
