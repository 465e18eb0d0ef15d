/** What people read while the database does not do what it should. Nothing of it is their doing. */
export const trouble = {
	away: {
		title: 'Die Website macht gerade Pause',
		text: 'Wir erreichen unsere Datenbank nicht. Meistens dauert das nur ein paar Minuten.',
		form: 'Das konnten wir gerade nicht speichern. Wir erreichen unsere Datenbank nicht. Ihre Angaben stehen noch da. Schicken Sie sie in ein paar Minuten noch einmal ab.'
	},
	full: {
		title: 'Gerade können wir nichts speichern',
		text: 'Unser Speicher ist voll. Lesen können Sie weiter. Wir kümmern uns darum.',
		form: 'Das konnten wir gerade nicht speichern. Unser Speicher ist voll. Ihre Angaben stehen noch da. Schicken Sie sie später noch einmal ab.'
	},
	busy: {
		title: 'Gerade ist sehr viel los',
		text: 'Versuchen Sie es in einer Minute noch einmal.',
		form: 'Gerade ist sehr viel los. Wir konnten das nicht speichern. Ihre Angaben stehen noch da. Schicken Sie sie in einer Minute noch einmal ab.'
	},
	broken: {
		title: 'Die Website macht gerade Pause',
		text: 'Unsere Datenbank ist gestört. Wir kümmern uns darum.',
		form: 'Das konnten wir gerade nicht speichern. Unsere Datenbank ist gestört. Ihre Angaben stehen noch da. Schicken Sie sie später noch einmal ab.'
	}
};

export const troublePage = {
	kept: 'Das haben Sie geschrieben',
	keptNote: 'Noch ist nichts davon gespeichert. Sie können die Texte auch kopieren.',
	again: 'Noch einmal abschicken',
	reload: 'Noch einmal versuchen',
	number: 'Wenn Sie uns schreiben, nennen Sie bitte diese Nummer:',
	site: 'Teilhabe NRW'
};
