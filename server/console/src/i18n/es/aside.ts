export const aside = {
  title: 'Apartado',
  subtitle: 'Lo que trajeron las tabletas y la oficina no tomó. Léalo, anote lo que deba quedar y luego guárdelo.',
  noRight: 'De lo apartado se ocupan quienes coordinan, protegen o administran.',
  empty: 'No hay nada apartado',
  emptyHint: 'Aquí espera lo que una tableta trae después de perder su acceso, o lo que no tiene lugar aquí.',
  unknownKind: 'Un tipo de registro que la oficina no conoce',
  notYours: 'Sus palabras no son para su función. Las lee y las guarda una persona de protección.',
  noWords: 'Ya nadie puede leer sus palabras.',
  deletion: 'Borró el registro, o lo recuperó.',
  open: 'Abrir el registro',
  settle: 'Guardar como visto',
  settled: (what: string) => `Guardado: ${what}`,
};
