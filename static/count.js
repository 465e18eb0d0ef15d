// Says under a long field how much of it is written, and by how much it is too long. Counted as the server counts.
const number = new Intl.NumberFormat('de-DE');
for (const line of document.querySelectorAll('[data-most]')) {
	const field = document.getElementById(line.id.replace(/-limit$/, ''));
	const most = Number(line.dataset.most);
	if (!field || line.dataset.counting) continue;
	line.dataset.counting = 'yes';
	const plain = line.textContent;
	let waiting;
	const tell = () => {
		const count = field.value.replace(/\r\n?/g, '\n').trim().length;
		const over = count > most;
		const words = count === 0 ? plain : over ? line.dataset.over : line.dataset.count;
		const facts = { count: number.format(count), most: number.format(most), over: number.format(count - most) };
		line.textContent = words.replace(/\{(\w+)\}/g, (gap, name) => facts[name] ?? gap);
		line.classList.toggle('kern-hint--over', over);
		// Read out only when it matters, and not at every letter.
		if (over) line.setAttribute('aria-live', 'polite');
		else line.removeAttribute('aria-live');
	};
	field.addEventListener('input', () => {
		clearTimeout(waiting);
		waiting = setTimeout(tell, 300);
	});
	tell();
}
