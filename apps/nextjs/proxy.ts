// #region proxy
export { auth as proxy } from '@/auth';
// #endregion

export const config = {
  // Pages only: no files, and not Auth.js's own routes, which set their cookies themselves.
  matcher: '/((?!_next/|api/|.*\\.).*)',
};
