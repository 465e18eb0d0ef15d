/** The page on which admins fill in what only the operator knows. */
export const operator = {
	title: 'Angaben auf festen Seiten',
	lead: 'Was nur Sie wissen: wer verantwortlich ist, wo es Hilfe gibt und was das Gesetz verlangt.',
	hint: 'Was hier leer ist, sieht nur das Team. Alle anderen lesen die Seite ohne diesen Satz. Links gehen so: [Name](https://…).',
	page: 'Seite ansehen',
	send: 'Speichern',
	/** Said to whoever may fill it in, on the page itself. */
	fillIn: 'Hier eintragen'
} as const;
