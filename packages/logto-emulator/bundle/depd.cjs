/** Stands in for `depd`, which warns whoever calls deprecated functions: nobody here does. */
module.exports = () => {
  const deprecate = () => undefined;
  deprecate.function = (wrapped) => wrapped;
  deprecate.property = () => undefined;
  return deprecate;
};
