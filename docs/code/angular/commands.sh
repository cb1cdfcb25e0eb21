# #region create
npx -y @angular/cli@22.2 new my-app --defaults --skip-git --style css
cd my-app
# #endregion
# #region install
npm install @logto/js@5.1.1 angular-auth-oidc-client@22.0.1
# #endregion
# #region start
npm start
# #endregion
# #region build
npm run build
# #endregion
