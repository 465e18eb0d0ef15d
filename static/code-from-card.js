// A QR code carries the card's code behind #, which browsers send to nobody. This puts it into the field and takes it
// out of the address, so that it does not stay in the history of a shared phone.
const code = decodeURIComponent(location.hash.slice(1));
if (/^[0-9a-z]{4}(-?[0-9a-z]{4}){3}$/i.test(code)) {
	const field = document.querySelector('input[name="code"]');
	history.replaceState(null, '', location.pathname + location.search);
	if (field) {
		field.value = code;
		document.getElementById('from-card')?.removeAttribute('hidden');
		field.form.querySelector('button')?.focus();
	}
}
