const ENCODED = /%([2-7][\da-f])/gi;
const UNRESERVED = /^[\w.~-]$/;

/**
 * An address with letters, digits and `-._~` as they are: `/%77erkstatt` asks for `/werkstatt` (RFC 3986, 6.2.2.2), and
 * whoever decides by the address must see that. What becomes such a code by that is one, too.
 */
export function plainAddress(address: string): string {
	const end = address.search(/[?#]/);
	let path = end === -1 ? address : address.slice(0, end);
	for (let before = ''; before !== path;) {
		before = path;
		path = path.replace(ENCODED, (whole, code: string) => {
			const sign = String.fromCharCode(Number.parseInt(code, 16));
			return UNRESERVED.test(sign) ? sign : whole;
		});
	}
	return end === -1 ? path : path + address.slice(end);
}
