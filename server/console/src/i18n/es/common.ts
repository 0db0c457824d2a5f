import { count } from './numbers';

export const common = {
  cancel: 'Cancelar',
  save: 'Guardar',
  close: 'Cerrar',
  remove: 'Quitar',
  more: 'Más',
  retry: 'Intentar de nuevo',
  yes: 'Sí',
  no: 'No',
  empty: 'vacío',
  us: 'nuestro programa',
  notSet: 'sin dato',
  opening: (what: string) => `Abriendo ${what}`,
  rated: (rating: string, most: number) => `${rating} de ${most}`,
  shown: (n: number, total: number) => `${count(n)} de ${count(total)}`,
  showMore: 'Mostrar más',
  // Of a number that would give away another.
  hidden: 'oculto',
  count,
  // Where no tablet wrote, but the office itself.
  office: 'oficina',
  noPlace: 'No hay nada en esta dirección.',
  toOverview: 'Ir al resumen',
  skip: 'Ir al contenido',
  today: 'hoy',
  sendsItself: 'Esperando conexión. Se envía por sí solo.',
  opensItself: 'No hay conexión, y esto no se había abierto antes. Se abre por sí solo cuando la haya.',
};

export const errors = {
  unreachable: 'No hay conexión. Lo que ve puede ser antiguo. Se lee de nuevo en cuanto vuelva la conexión.',
  unreachableSend: 'No hay conexión, y esto no se envió. Sigue aquí. Envíelo de nuevo en un momento.',
  notAllowed: 'Su función no permite hacer esto. Pida ayuda a quien administra.',
  gone: 'Esto ya no está aquí, o usted no puede leerlo.',
  unknown: 'No se pudo hacer, y nada cambió. Intente de nuevo en un momento.',
  told: (code: string, sentence: string) => (code === 'invalid' ? `La oficina no lo aceptó: «${sentence}»` : (sayings[code] ?? sentence)),
  crash: 'Esta página dejó de funcionar. Lo que se guardó está a salvo. Cargue la página de nuevo.',
  reload: 'Cargar de nuevo',
};

// By the code of an answer, because the office's own sentences are English.
const sayings: Record<string, string> = {
  malformed: 'La oficina no entendió la petición. Cargue la página e intente de nuevo.',
  refused: 'Su función no permite hacer esto, o la página es antigua. Cargue la página de nuevo.',
  wrong_origin: 'Esta página no puede hablar con esta oficina. Abra la dirección de la oficina.',
  not_found: 'Esto ya no está aquí, o usted no puede leerlo.',
  reload: 'El registro cambió mientras usted lo veía. No se guardó nada. Cárguelo y repita su cambio.',
  too_large: 'Es demasiado grande para enviarlo. Acórtelo y envíelo de nuevo.',
  too_many: 'Demasiados intentos. Espere un cuarto de hora y entre de nuevo.',
  storage_full: 'La oficina no tiene más espacio. No se guardó nada. Avise a quien administra.',
  trouble: 'Algo falló en la oficina, y no se guardó nada. Intente de nuevo en un momento.',
};

export const roles = {
  volunteer: 'voluntariado',
  worker: 'trabajo de campo',
  coordinator: 'coordinación',
  safeguarding: 'protección',
  admin: 'administración',
} as Record<string, string>;

export const flags = {
  delete_contested: 'Una persona lo borró, otra lo cambió',
} as Record<string, string>;

export const buckets = {
  notAsked: (dimension: string) => `${dimension}: no se preguntó`,
};
