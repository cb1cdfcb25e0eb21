# #region create
npx -y create-next-app@16 my-app --yes --ts --app --no-src-dir --no-tailwind --no-cache-components --disable-git --use-npm
cd my-app
# #endregion
# #region install
npm install next-auth@5.0.0-beta.32 jose@6
# #endregion
# #region start
npm run dev
# #endregion
# #region build
npm run build
# #endregion
