# #region demo
npx -y pnpm@12.21.0 demo
# #endregion
# #region scale
npx -y pnpm@12.21.0 logto up --scale     # three Logtos, two Next.js, one proxy
npx -y pnpm@12.21.0 logto roll           # restart the Logtos one after the other
npx -y pnpm@12.21.0 logto reset          # all gone, the data too
# #endregion
