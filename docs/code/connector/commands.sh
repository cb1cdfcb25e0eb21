# #region unpack
npm pack @dm-kit/connector-aliyun-dm
mkdir -p connector-aliyun-dm
tar -xzf dm-kit-connector-aliyun-dm-*.tgz -C connector-aliyun-dm --strip-components 1
# #endregion
# #region cli
npx @logto/cli connector add @dm-kit/connector-aliyun-dm -p /path/to/logto
# #endregion
