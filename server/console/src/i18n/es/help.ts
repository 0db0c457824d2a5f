// What the help panel says, page by page, in the words of those who work here.
export const help = {
  open: 'Ayuda',
  title: 'Ayuda',
  words: 'Palabras que usamos',
  keys: 'Teclas',
  slash: 'ir al buscador',
  escape: 'cerrar lo abierto',
  more: '¿Olvidó su contraseña, o algo no se le permite? Pregunte a quien administra.',
  pages: {
    overview: {
      title: 'Resumen',
      lines: [
        'Las tarjetas hablan de los últimos doce meses, de lo que usted puede leer. La (i) dice cómo se hace cada cifra.',
        '«Mire dos veces» nombra lo que espera a una persona: dos versiones de un campo, cambios devueltos, promesas atrasadas.',
        '«Lo que ha llegado» cuenta sus registros por tipo. Elija uno para ver su lista.',
        'Los registros nuevos aparecen por sí solos. No hace falta cargar nada otra vez.',
      ],
    },
    inbox: {
      title: 'Por revisar',
      lines: [
        'Lo que llegó del campo, o cambió allí, y nadie ha leído aquí desde entonces.',
        'Diga que está bien, o qué hay que revisar: la tableta de quien lo escribió muestra lo que usted escribe. No se borra nada.',
        'Elija varios para decir de todos a la vez que están bien.',
      ],
    },
    board: {
      title: 'Ustedes dijeron, hicimos esto',
      lines: [
        'Cada tarjeta es algo que alguien dijo. Va de izquierda a derecha, y termina cuando se les dijo.',
        'Muévala arrastrándola, con su menú o con las teclas 1 a 4. La última columna pregunta cómo, cuándo y a cuántas personas.',
        'El atraso sigue los plazos de su programa: en la primera columna, en días hábiles sin sus feriados.',
        'Un cartel muestra solo lo que aprobó quien coordina, y ningún nombre.',
      ],
    },
    partners: {
      title: 'Organizaciones aliadas',
      lines: [
        'Todas las que trabajan con usted. Elija qué falta por hacer, una zona, un enlace o un estado; pulse un encabezado para ordenar.',
        'Sin contacto quiere decir: ha pasado más de una vez y media el tiempo acordado desde la última visita.',
        'Las promesas y las respuestas pendientes son nuestras. El atraso se mide con las fechas que valen y con sus plazos de servicio.',
      ],
    },
    partner: {
      title: 'Una organización',
      lines: [
        'La ficha de los últimos doce meses, con lo que usted puede leer. Imprimir saca nuestra copia, dos hojas.',
        'Pasar el relevo nombra a quien sigue, con una nota y pasos. Avise a la organización antes.',
        'Su copia no lleva contactos, notas ni nombres del personal.',
        'Los temas se cuentan por las sesiones en que surgieron, nunca por personas.',
      ],
    },
    conflicts: {
      title: 'Dos versiones',
      lines: [
        'Dos personas cambiaron el mismo campo sin saber una de la otra. Se conservan las dos versiones.',
        'Abra un registro y diga, campo por campo, cuál vale, o escriba una nueva. Su respuesta llega a todas las tabletas.',
        'Puede deshacerlo más tarde en la historia del registro.',
      ],
    },
    records: {
      title: 'Listas',
      lines: [
        'El último cambio primero. Escriba arriba de la lista para buscar una palabra en todos los campos.',
        'Abra un registro para leerlo entero, cambiarlo o ver quién cambió qué.',
      ],
    },
    record: {
      title: 'Un registro',
      lines: [
        'El lápiz cambia un campo, el signo más agrega una fila. Un candado dice que el campo o su función no lo permite.',
        'Revisión: diga que está bien, o pida a quien lo escribió que mire otra vez. Su tableta muestra lo que usted escriba.',
        'La historia conserva cada versión. «Deshacer» quita un cambio.',
      ],
    },
    search: {
      title: 'Búsqueda',
      lines: [
        'Al menos dos letras. Se mira en todos los campos que usted puede leer.',
        'Elija un tipo para ver solo registros de ese tipo.',
      ],
    },
    devices: {
      title: 'Tabletas',
      lines: [
        'Agregar una tableta: escriba de quién es y deje que la tableta lea el código. Vale diez minutos. Después las dos muestran las mismas palabras.',
        '«Sin enviar» es lo último que dijo la tableta. Ahora puede tener más.',
        'Revoque una tableta perdida. Lo que nunca envió se pierde con ella.',
      ],
    },
    exports: {
      title: 'Exportaciones',
      lines: [
        'Elija qué llevarse y en qué forma. Se prepara mientras usted sigue, y se queda aquí una hora.',
        'Recibe lo que su función puede leer. De las personas solo salen filas que comparten 11 o más, y nunca un nombre.',
        'Cada exportación queda anotada: quién, qué y cuándo. Cada archivo tiene su SHA-256, para comprobar después una copia.',
      ],
    },
    aside: {
      title: 'Apartado',
      lines: [
        'Lo que trajeron las tabletas y la oficina no recibió, por ejemplo de una tableta revocada. No se borró nada.',
        'Léalo, anote a mano lo que deba valer, y luego retírelo.',
      ],
    },
    officerKeys: {
      title: 'Claves para sellar',
      lines: [
        'Los comentarios delicados se sellan en la tableta con las claves de esta lista. Solo quienes las tienen pueden leerlos.',
        'Cada responsable de protección hace su clave en su propio navegador y la cierra con una frase. Nadie puede darle otra.',
        'Guarde el archivo de la clave lejos de esta computadora.',
      ],
    },
  },
  terms: [
    { term: 'Aplicado', means: 'La oficina lo revisó y lo unió. Lo ven quienes pueden leerlo.' },
    { term: 'Revisado', means: 'Una persona de aquí lo leyó.' },
    { term: 'Devuelto', means: 'No se pudo recibir. La tableta dice por qué, y no se borró nada.' },
    { term: 'Dos versiones', means: 'Dos personas no coinciden, y alguien tiene que elegir.' },
    { term: 'Sellado', means: 'Solo quienes se ocupan de la protección pueden leer el texto.' },
    { term: '<11', means: 'Menos de 11 personas. El número no se dice, para que nadie pueda ser reconocido.' },
  ],
};
