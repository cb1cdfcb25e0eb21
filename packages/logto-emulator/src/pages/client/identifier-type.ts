/** What a visitor is known by. Telephone numbers would need a connector for text messages. */
export type IdentifierType = 'username' | 'email';

/** Which kind of identifier a text is, where several kinds share a field. */
export function typeOfIdentifier(
  value: string,
  types: readonly IdentifierType[] = ['username', 'email'],
): IdentifierType {
  const detected = value.includes('@') ? 'email' : 'username';
  return types.includes(detected) ? detected : (types[0] ?? detected);
}
