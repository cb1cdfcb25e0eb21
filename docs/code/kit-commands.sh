# #region demo
npx -y pnpm@12.21.0 demo
# #endregion
# #region local-spa
npx -y @dm-kit/local --spa http://localhost:4200/callback
# #endregion
# #region local-web
npx -y @dm-kit/local --web http://localhost:3000/api/auth/callback/logto
# #endregion
# #region scale
npx -y pnpm@12.21.0 logto up --scale     # three Logtos, two Next.js, one proxy
npx -y pnpm@12.21.0 logto roll           # restart the Logtos one after the other
npx -y pnpm@12.21.0 logto reset          # all gone, the data too
# #endregion
