# #region install
npm install next-auth@4.24.15
# #endregion
