import { ApiError } from './api-error.ts';

// What the vendor's error text allows before the @, and domain names as they are.
const pattern = /^[\w.+-]+@(?:[\w-]+\.)+[A-Za-z0-9-]{2,}$/;

/** Characters of an address at most, by the vendor's error text. */
const maximumLength = 192;

export function isMailAddress(text: string): boolean {
  return text.length <= maximumLength && pattern.test(text);
}

/** Reads addresses separated by commas. @param most how many there may be */
export function readAddresses(list: string, most: number): string[] {
  const addresses = list.split(',').map((address) => address.trim());
  if (addresses.length > most) {
    throw new ApiError('InvalidToAddress');
  }
  for (const address of addresses) {
    if (address.length > maximumLength) {
      throw new ApiError('EmailLengthError');
    }
    if (!pattern.test(address)) {
      throw new ApiError('InvalidToAddress');
    }
  }
  return addresses;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
