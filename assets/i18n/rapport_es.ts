<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnswerCard</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Told them</source>
        <translation>Ya les dije</translation>
    </message>
</context>
<context>
    <name>AppRail</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>AppShell</name>
    <message>
        <source>PIN and lock</source>
        <translation>PIN y bloqueo</translation>
    </message>
</context>
<context>
    <name>ArrivalBars</name>
    <message>
        <source>Arrivals</source>
        <translation>Llegadas</translation>
    </message>
    <message>
        <source>this tablet</source>
        <translation>esta tableta</translation>
    </message>
    <message>
        <source>Nobody counted yet</source>
        <translation>Aún no se contó a nadie</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n people</source>
        <translation>
            <numerusform>%1: %n persona</numerusform>
            <numerusform>%1: %n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>Capture now</source>
        <translation>Anotar ahora</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Opinión</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Contar</translation>
    </message>
    <message>
        <source>Pulse</source>
        <translation>Pulso</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>ConflictScreen</name>
    <message>
        <source>Close, decide later</source>
        <translation>Cerrar y decidir después</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>Ask the coordinator</source>
        <translation>Preguntar a coordinación</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 de %2 decididos</translation>
    </message>
    <message>
        <source>Save my answer</source>
        <translation>Guardar mi respuesta</translation>
    </message>
</context>
<context>
    <name>ConflictSides</name>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Aún no enviado</translation>
    </message>
</context>
<context>
    <name>ConsentPicker</name>
    <message>
        <source>With first name</source>
        <translation>Con su nombre</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Keep private</source>
        <translation>Mantener en privado</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>By when?</source>
        <translation>¿Para cuándo?</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>DropPlace</name>
    <message>
        <source>Let go here to add it</source>
        <translation>Suelte aquí para agregarlo</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
</context>
<context>
    <name>EnrolScreen</name>
    <message>
        <source>Language and colours</source>
        <translation>Idioma y colores</translation>
    </message>
    <message>
        <source>Rapport</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Keeping what we promise</source>
        <translation>Cumplir lo que prometemos</translation>
    </message>
    <message>
        <source>Make this tablet yours</source>
        <translation>Haga suya esta tableta</translation>
    </message>
    <message>
        <source>Ask your coordinator for a link or a code. Paste the link or type the code here. This needs a connection, once.</source>
        <translation>Pida a su coordinación un enlace o un código. Pegue el enlace o escriba el código aquí. Necesita conexión una sola vez.</translation>
    </message>
    <message>
        <source>Link or code</source>
        <translation>Enlace o código</translation>
    </message>
    <message>
        <source>For example K7Q2M-9TXWA-…</source>
        <translation>Por ejemplo K7Q2M-9TXWA-…</translation>
    </message>
    <message>
        <source>Address of the office</source>
        <translation>Dirección de la oficina</translation>
    </message>
    <message>
        <source>It stands beside the code, like office.example.org</source>
        <translation>Está junto al código, como office.example.org</translation>
    </message>
    <message>
        <source>Talking to the office</source>
        <translation>Hablando con la oficina</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Everything you write stays on this tablet until the office has it.</source>
        <translation>Todo lo que escriba queda en esta tableta hasta que la oficina lo tenga.</translation>
    </message>
</context>
<context>
    <name>EnrolWords</name>
    <message>
        <source>Read these words to your coordinator</source>
        <translation>Lea estas palabras a su coordinación</translation>
    </message>
    <message>
        <source>They must see the same three words. Once they say so, this goes on by itself.</source>
        <translation>Deben ver las mismas tres palabras. Cuando lo confirmen, esto sigue solo.</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
</context>
<context>
    <name>EventPane</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>Dos versiones, elija una</translation>
    </message>
    <message>
        <source>How they do things</source>
        <translation>Cómo hacen las cosas</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Abrir sesión</translation>
    </message>
    <message>
        <source>Open tally</source>
        <translation>Abrir conteo</translation>
    </message>
    <message>
        <source>Write something down about it</source>
        <translation>Anotar algo sobre esto</translation>
    </message>
    <message>
        <source>Hand over for the pulse</source>
        <translation>Entregar para el pulso</translation>
    </message>
</context>
<context>
    <name>EventsScreen</name>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>What was</source>
        <translation>Lo que ya pasó</translation>
    </message>
    <message>
        <source>What is open and what comes</source>
        <translation>Lo que está abierto y lo que viene</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Próximos</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Pasados</translation>
    </message>
    <message>
        <source>No past events</source>
        <translation>Sin eventos pasados</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nada planeado</translation>
    </message>
    <message>
        <source>Events show here as soon as the office plans them.</source>
        <translation>Los eventos aparecen aquí en cuanto la oficina los planea.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This is too long to be saved. Make it shorter, then save again.</source>
        <translation>Esto es demasiado largo para guardarlo. Acórtelo y guarde otra vez.</translation>
    </message>
    <message>
        <source>This is no longer on this tablet. Go back and choose it again.</source>
        <translation>Esto ya no está en esta tableta. Vuelva atrás y elíjalo otra vez.</translation>
    </message>
    <message>
        <source>This was not accepted. What is saved here is safe. Ask your coordinator.</source>
        <translation>Esto no se aceptó. Lo guardado aquí está a salvo. Pregunte a su coordinación.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Look at it again, then try again.</source>
        <translation>Alguien cambió esto mientras tanto. Revíselo e intente otra vez.</translation>
    </message>
    <message>
        <source>The office cannot be reached now. Everything is safe here. Try again later.</source>
        <translation>Ahora no se puede llegar a la oficina. Todo está a salvo aquí. Intente más tarde.</translation>
    </message>
    <message>
        <source>Could not save. The tablet has no space left. Your text is still here. Delete old photos, then save again.</source>
        <translation>No se pudo guardar. La tableta no tiene espacio. Su texto sigue aquí. Borre fotos viejas y guarde otra vez.</translation>
    </message>
    <message>
        <source>Could not save on this tablet. Your text is still here. Try again; if it stays so, tell your coordinator.</source>
        <translation>No se pudo guardar en esta tableta. Su texto sigue aquí. Intente otra vez; si sigue igual, avise a su coordinación.</translation>
    </message>
    <message>
        <source>This app is too old. Update it; everything here is safe.</source>
        <translation>Esta aplicación es demasiado antigua. Actualícela; todo aquí está a salvo.</translation>
    </message>
    <message>
        <source>The office does not know this tablet any more. Everything is safe here. Ask your coordinator for a new code.</source>
        <translation>La oficina ya no conoce esta tableta. Todo está a salvo aquí. Pida un código nuevo a su coordinación.</translation>
    </message>
    <message>
        <source>Something here is not right yet. Look it over, then try again.</source>
        <translation>Aquí algo aún no está bien. Revíselo e intente otra vez.</translation>
    </message>
    <message>
        <source>Something went wrong. What was saved is safe. Try again.</source>
        <translation>Algo salió mal. Lo guardado está a salvo. Intente otra vez.</translation>
    </message>
</context>
<context>
    <name>FeedbackScreen</name>
    <message>
        <source>Close, the draft stays</source>
        <translation>Cerrar, el borrador queda</translation>
    </message>
    <message>
        <source>Quick feedback</source>
        <translation>Opinión rápida</translation>
    </message>
    <message>
        <source>Draft is kept on this tablet until you save</source>
        <translation>El borrador queda en esta tableta hasta que guarde</translation>
    </message>
    <message>
        <source>What kind?</source>
        <translation>¿De qué tipo?</translation>
    </message>
    <message>
        <source>How did it reach us?</source>
        <translation>¿Cómo nos llegó?</translation>
    </message>
</context>
<context>
    <name>FeedbackWords</name>
    <message>
        <source>In their words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Leave out names, phone numbers and addresses.</source>
        <translation>No ponga nombres, teléfonos ni direcciones.</translation>
    </message>
    <message>
        <source>Save feedback</source>
        <translation>Guardar opinión</translation>
    </message>
    <message>
        <source>Seal and save</source>
        <translation>Sellar y guardar</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Choose day</source>
        <translation>Elegir día</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona u organización</translation>
    </message>
    <message>
        <source>Takes it out</source>
        <translation>Lo quita</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Elegir otro</translation>
    </message>
    <message>
        <source>There is nothing to choose from on this tablet yet.</source>
        <translation>Aún no hay nada para elegir en esta tableta.</translation>
    </message>
</context>
<context>
    <name>FieldHead</name>
    <message>
        <source>Ask for it</source>
        <translation>Por preguntar</translation>
    </message>
</context>
<context>
    <name>FileGallery</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>El anterior</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>El siguiente</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>This picture cannot be shown here. The file is safe.</source>
        <translation>Esta imagen no se puede mostrar aquí. El archivo está a salvo.</translation>
    </message>
    <message>
        <source>A coordinator can open it in the office.</source>
        <translation>La coordinación puede abrirlo en la oficina.</translation>
    </message>
    <message>
        <source>Only the office can look at it.</source>
        <translation>Solo la oficina puede verlo.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Get it</source>
        <translation>Traerlo</translation>
    </message>
    <message>
        <source>Caption and consent</source>
        <translation>Pie de foto y permiso</translation>
    </message>
</context>
<context>
    <name>FilesButton</name>
    <message>
        <source>Photos and files · %1</source>
        <translation>Fotos y archivos · %1</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Fotos y archivos</translation>
    </message>
</context>
<context>
    <name>FilesScreen</name>
    <message>
        <source>Photos and files</source>
        <translation>Fotos y archivos</translation>
    </message>
</context>
<context>
    <name>FindScreen</name>
    <message>
        <source>What do you want to write down?</source>
        <translation>¿Qué quiere anotar?</translation>
    </message>
    <message>
        <source>Find or write down</source>
        <translation>Buscar o anotar</translation>
    </message>
    <message>
        <source>Search in everything on this tablet</source>
        <translation>Buscar en todo lo que hay en esta tableta</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Buscar por nombre</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>There are older ones. Search by name to find them.</source>
        <translation>Hay más antiguos. Búsquelos por nombre.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada</translation>
    </message>
    <message>
        <source>Nothing by that name</source>
        <translation>Nada con ese nombre</translation>
    </message>
    <message>
        <source>What you or the office write down shows here.</source>
        <translation>Aquí aparece lo que usted o la oficina anoten.</translation>
    </message>
    <message>
        <source>Only names are searched, of what is on this tablet.</source>
        <translation>Solo se busca en los nombres de lo que hay en esta tableta.</translation>
    </message>
</context>
<context>
    <name>FormSheets</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Which day?</source>
        <translation>¿Qué día?</translation>
    </message>
</context>
<context>
    <name>GalleryButtons</name>
    <message>
        <source>Main action</source>
        <translation>Acción principal</translation>
    </message>
    <message>
        <source>64 high</source>
        <translation>64 de alto</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Save promise</source>
        <translation>Guardar promesa</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Pulsado</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>Enfocado</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>Say who it is for first</source>
        <translation>Primero diga para quién es</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Second action</source>
        <translation>Segunda acción</translation>
    </message>
    <message>
        <source>56 to 64 high</source>
        <translation>56 a 64 de alto</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Deshacer lo último</translation>
    </message>
    <message>
        <source>Needs a connection</source>
        <translation>Necesita conexión</translation>
    </message>
    <message>
        <source>For few eyes</source>
        <translation>Para pocos ojos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Tint and marigold</source>
        <translation>Tinte y caléndula</translation>
    </message>
    <message>
        <source>Told them</source>
        <translation>Ya les dije</translation>
    </message>
    <message>
        <source>For you, now</source>
        <translation>Para usted, ahora</translation>
    </message>
    <message>
        <source>Open tally</source>
        <translation>Abrir conteo</translation>
    </message>
</context>
<context>
    <name>GalleryCards</name>
    <message>
        <source>I leave work at five. By the time I cross the river, the door is locked.</source>
        <translation>Salgo del trabajo a las cinco. Cuando cruzo el río, la puerta ya está cerrada.</translation>
    </message>
    <message>
        <source>May share, no name</source>
        <translation>Se puede compartir, sin nombre</translation>
    </message>
    <message>
        <source>My daughter had to explain the dose to me.</source>
        <translation>Mi hija tuvo que explicarme la dosis.</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Bring</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>Listening session</source>
        <translation>Sesión de escucha</translation>
    </message>
    <message>
        <source>Two versions, pick one</source>
        <translation>Dos versiones, elija una</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Large-print medicine cards</source>
        <translation>Tarjetas de medicinas en letra grande</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Para hoy</translation>
    </message>
    <message>
        <source>Bus timetable in Spanish</source>
        <translation>Horario de autobús en español</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>Para mañana</translation>
    </message>
    <message>
        <source>Will the van come back after the holidays?</source>
        <translation>¿Volverá la furgoneta después de las fiestas?</translation>
    </message>
    <message>
        <source>Yes. Every Saturday from 9 January.</source>
        <translation>Sí. Cada sábado desde el 9 de enero.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Realizado</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Abierto ahora</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sellado</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
</context>
<context>
    <name>GalleryCounting</name>
    <message>
        <source>Tally tile</source>
        <translation>Casilla de conteo</translation>
    </message>
    <message>
        <source>at least 120 × 96</source>
        <translation>al menos 120 × 96</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>Conteo</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Pulsado</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>Enfocado</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>Event is closed</source>
        <translation>Evento cerrado</translation>
    </message>
    <message>
        <source>Just tapped</source>
        <translation>Recién tocado</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Deshacer lo último</translation>
    </message>
    <message>
        <source>84 high</source>
        <translation>84 de alto</translation>
    </message>
    <message>
        <source>Large choice</source>
        <translation>Opción grande</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idea</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>No faces, no red and green</source>
        <translation>Sin caras, sin rojo ni verde</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>Un poco</translation>
    </message>
    <message>
        <source>Somewhat</source>
        <translation>Algo</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>En gran parte</translation>
    </message>
    <message>
        <source>Completely</source>
        <translation>Del todo</translation>
    </message>
</context>
<context>
    <name>GalleryFields</name>
    <message>
        <source>Text field</source>
        <translation>Campo de texto</translation>
    </message>
    <message>
        <source>60 high, label above</source>
        <translation>60 de alto, etiqueta encima</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Añada una nota</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Pulsado</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>Enfocado</translation>
    </message>
    <message>
        <source>Chairs and water</source>
        <translation>Sillas y agua</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>Only Noor can edit</source>
        <translation>Solo edita Noor</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Choose a date after today</source>
        <translation>Elija una fecha después de hoy</translation>
    </message>
    <message>
        <source>Seal switch</source>
        <translation>Interruptor de sello</translation>
    </message>
    <message>
        <source>84 × 56</source>
        <translation>84 × 56</translation>
    </message>
    <message>
        <source>Safety worry</source>
        <translation>Preocupación de seguridad</translation>
    </message>
    <message>
        <source>What is sealed stays sealed</source>
        <translation>Lo sellado queda sellado</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Nothing is chosen for them</source>
        <translation>Nada se elige por ellos</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Two ways of one thing</source>
        <translation>Dos formas de una cosa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>For few eyes</source>
        <translation>Para pocos ojos</translation>
    </message>
</context>
<context>
    <name>GalleryPills</name>
    <message>
        <source>Choice pill</source>
        <translation>Píldora de opción</translation>
    </message>
    <message>
        <source>56 high</source>
        <translation>56 de alto</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Bus times</source>
        <translation>Horarios</translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation>Pulsado</translation>
    </message>
    <message>
        <source>Focused</source>
        <translation>Enfocado</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Icon button</source>
        <translation>Botón de icono</translation>
    </message>
    <message>
        <source>56 × 56</source>
        <translation>56 × 56</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>No edge</source>
        <translation>Sin borde</translation>
    </message>
</context>
<context>
    <name>GalleryShell</name>
    <message>
        <source>Tablet components and states</source>
        <translation>Componentes de la tableta y sus estados</translation>
    </message>
    <message>
        <source>Offline is not a look: it is a word in the sync pill, so every control stays the same with no connection.</source>
        <translation>Sin conexión no es un aspecto: es una palabra en la píldora de envíos; todo sigue igual sin conexión.</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Botones</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Contar</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Envíos</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Tarjetas</translation>
    </message>
    <message>
        <source>Empty, loading, error</source>
        <translation>Vacío, cargando, error</translation>
    </message>
</context>
<context>
    <name>GalleryStates</name>
    <message>
        <source>No promises due</source>
        <translation>Sin promesas por cumplir</translation>
    </message>
    <message>
        <source>When you promise something, it shows here until you keep it and tell them.</source>
        <translation>Cuando promete algo, aparece aquí hasta que lo cumpla y les avise.</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>Nueva promesa</translation>
    </message>
    <message>
        <source>Opening partners</source>
        <translation>Abriendo socios</translation>
    </message>
    <message>
        <source>Grey bars for 1 second, then words. No spinner alone.</source>
        <translation>Barras grises por 1 segundo, luego palabras. Nunca solo un giro.</translation>
    </message>
    <message>
        <source>This photo will not open</source>
        <translation>Esta foto no se abre</translation>
    </message>
    <message>
        <source>The file is damaged. The note beside it is fine.</source>
        <translation>El archivo está dañado. La nota junto a él está bien.</translation>
    </message>
    <message>
        <source>Take it again</source>
        <translation>Tomarla otra vez</translation>
    </message>
    <message>
        <source>Last known, %1</source>
        <translation>Último dato, %1</translation>
    </message>
    <message>
        <source>Other tablets may have more. Numbers update by themselves.</source>
        <translation>Otras tabletas pueden tener más. Los números se actualizan solos.</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Envíos</translation>
    </message>
</context>
<context>
    <name>GallerySync</name>
    <message>
        <source>The only place that says how data is doing</source>
        <translation>El único lugar que dice cómo van los datos</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Todo enviado</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>%1 to fix</source>
        <translation>%1 por corregir</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>pick one</source>
        <translation>elija una</translation>
    </message>
    <message>
        <source>Tablet is full</source>
        <translation>Tableta llena</translation>
    </message>
    <message>
        <source>free up space</source>
        <translation>libere espacio</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Vuelva a entrar</translation>
    </message>
    <message>
        <source>all safe here</source>
        <translation>todo a salvo</translation>
    </message>
    <message>
        <source>Thread and bytes</source>
        <translation>Hilo y bytes</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Prometido</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Told back</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>Paused at %1 of %2 MB</source>
        <translation>En pausa, %1 de %2 MB</translation>
    </message>
    <message>
        <source>carries on by itself</source>
        <translation>sigue solo</translation>
    </message>
    <message>
        <source>Promise saved here</source>
        <translation>Promesa guardada aquí</translation>
    </message>
    <message>
        <source>Stays until it is solved</source>
        <translation>Queda hasta que se resuelve</translation>
    </message>
    <message>
        <source>Could not save.</source>
        <translation>No se pudo guardar.</translation>
    </message>
    <message>
        <source>The tablet has no space left. Your text is still here. Delete old photos, then save again.</source>
        <translation>La tableta no tiene espacio. Su texto sigue aquí. Borre fotos viejas y guarde otra vez.</translation>
    </message>
    <message>
        <source>Numbers from other tablets come by themselves.</source>
        <translation>Los números de otras tabletas llegan solos.</translation>
    </message>
    <message>
        <source>The date is in the past. Choose a new date.</source>
        <translation>La fecha ya pasó. Elija otra fecha.</translation>
    </message>
    <message>
        <source>Two versions, pick one</source>
        <translation>Dos versiones, elija una</translation>
    </message>
    <message>
        <source>Everything adds up.</source>
        <translation>Todo cuadra.</translation>
    </message>
</context>
<context>
    <name>HeroEvent</name>
    <message>
        <source>Open now</source>
        <translation>Abierto ahora</translation>
    </message>
    <message numerus="yes">
        <source>%n people so far</source>
        <translation>
            <numerusform>%n persona hasta ahora</numerusform>
            <numerusform>%n personas hasta ahora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people so far</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>persona hasta ahora</numerusform>
            <numerusform>personas hasta ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Abrir sesión</translation>
    </message>
    <message>
        <source>Open tally</source>
        <translation>Abrir conteo</translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <source>Hold for three seconds to give the tablet back</source>
        <translation>Mantenga tres segundos para devolver la tableta</translation>
    </message>
    <message>
        <source>Private. No name, no photo, no account.</source>
        <translation>Privado. Sin nombre, sin foto, sin cuenta.</translation>
    </message>
</context>
<context>
    <name>KioskFinish</name>
    <message>
        <source>Hand in your answers?</source>
        <translation>¿Entregar sus respuestas?</translation>
    </message>
    <message>
        <source>You answered none of them</source>
        <translation>No respondió ninguna</translation>
    </message>
    <message>
        <source>You answered %1 of %2. Once they are handed in, nobody can find yours again to change it, you neither.</source>
        <translation>Respondió %1 de %2. Una vez entregadas, nadie puede volver a encontrar las suyas para cambiarlas, tampoco usted.</translation>
    </message>
    <message>
        <source>That is fine. Nothing is kept.</source>
        <translation>Está bien. No se guarda nada.</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>KioskQuestion</name>
    <message>
        <source>Tap one. There is no wrong answer.</source>
        <translation>Toque una opción. No hay respuesta equivocada.</translation>
    </message>
    <message>
        <source>Prefer not to say</source>
        <translation>Prefiero no decirlo</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Pregunta %1 de %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>KioskScreen</name>
    <message>
        <source>Stop here?</source>
        <translation>¿Terminar aquí?</translation>
    </message>
    <message>
        <source>Your answers so far are thrown away.</source>
        <translation>Sus respuestas hasta ahora se descartan.</translation>
    </message>
    <message>
        <source>Throw away and stop</source>
        <translation>Descartar y terminar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message numerus="yes">
        <source>Your answers are thrown away in %n s.</source>
        <translation>
            <numerusform>Sus respuestas se descartan en %n s.</numerusform>
            <numerusform>Sus respuestas se descartan en %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>Volver a las preguntas</translation>
    </message>
</context>
<context>
    <name>KioskStartScreen</name>
    <message>
        <source>Hand over for the pulse</source>
        <translation>Entregar para el pulso</translation>
    </message>
    <message>
        <source>No pulse is asked just now</source>
        <translation>Ahora no hay ningún pulso en curso</translation>
    </message>
    <message>
        <source>The office opens one for some weeks. It shows here then.</source>
        <translation>La oficina abre uno por algunas semanas. Entonces aparece aquí.</translation>
    </message>
    <message>
        <source>Who answers?</source>
        <translation>¿Quién responde?</translation>
    </message>
    <message>
        <source>Choose a group</source>
        <translation>Elija un grupo</translation>
    </message>
    <message>
        <source>From then on the tablet shows nothing but the questions, to one person after the other. You do not see their answers, and neither does this app show them to anybody here.</source>
        <translation>Desde ese momento la tableta solo muestra las preguntas, a una persona tras otra. Usted no ve sus respuestas, y la aplicación tampoco las muestra a nadie aquí.</translation>
    </message>
    <message>
        <source>To take it back: hold the mark in the corner for three seconds, then type the PIN.</source>
        <translation>Para recuperarla: mantenga tres segundos el símbolo de la esquina y escriba el PIN.</translation>
    </message>
    <message>
        <source>This tablet has no PIN. You choose one now; it goes again when you take the tablet back.</source>
        <translation>Esta tableta no tiene PIN. Elija uno ahora; se quita cuando recupere la tableta.</translation>
    </message>
    <message>
        <source>Start, and hand it over</source>
        <translation>Empezar y entregarla</translation>
    </message>
    <message>
        <source>Choose a PIN and start</source>
        <translation>Elegir un PIN y empezar</translation>
    </message>
</context>
<context>
    <name>KioskThanks</name>
    <message>
        <source>Thank you</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Your answers are saved on this tablet. They go to the office together with those of others, without your name.</source>
        <translation>Sus respuestas quedan guardadas en esta tableta. Van a la oficina junto con las de otras personas, sin su nombre.</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>No se guardó nada.</translation>
    </message>
    <message>
        <source>Please give the tablet back, or to the next person.</source>
        <translation>Devuelva la tableta, por favor, o désela a la siguiente persona.</translation>
    </message>
    <message>
        <source>For the next person</source>
        <translation>Para la siguiente persona</translation>
    </message>
</context>
<context>
    <name>KioskWelcome</name>
    <message>
        <source>How are we doing?</source>
        <translation>¿Cómo lo estamos haciendo?</translation>
    </message>
    <message numerus="yes">
        <source>%n short sentences about our team. For each one, tap how much you agree. You may skip any of them, and stop at any time.</source>
        <translation>
            <numerusform>%n frase corta sobre nuestro equipo. Toque cuánto está de acuerdo. Puede saltarla y terminar en cualquier momento.</numerusform>
            <numerusform>%n frases cortas sobre nuestro equipo. En cada una, toque cuánto está de acuerdo. Puede saltar cualquiera y terminar en cualquier momento.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your name is neither asked nor kept. Kept with your answers: your group, this week and your language.</source>
        <translation>Su nombre no se pide ni se guarda. Con sus respuestas se guarda: su grupo, esta semana y su idioma.</translation>
    </message>
    <message>
        <source>The app shows your answers to nobody on this tablet. At the office it shows what several people said, together.</source>
        <translation>La aplicación no muestra sus respuestas a nadie en esta tableta. En la oficina muestra lo que dijeron varias personas, en conjunto.</translation>
    </message>
    <message>
        <source>Where few people answer, somebody may still guess. Say only what you want to say.</source>
        <translation>Donde responden pocas personas, alguien podría adivinar. Diga solo lo que quiera decir.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>LostPinPage</name>
    <message>
        <source>A lost PIN</source>
        <translation>PIN perdido</translation>
    </message>
    <message>
        <source>Ask your coordinator for a link or a code with your name, as for a new tablet. It takes the PIN away, and nothing else: all that is saved here stays, sent or not. This needs a connection.</source>
        <translation>Pida a su coordinación un enlace o un código con su nombre, como para una tableta nueva. Quita el PIN y nada más: todo lo guardado aquí se queda, enviado o no. Esto necesita conexión.</translation>
    </message>
    <message>
        <source>Link or code</source>
        <translation>Enlace o código</translation>
    </message>
    <message>
        <source>Address of the office</source>
        <translation>Dirección de la oficina</translation>
    </message>
    <message>
        <source>Talking to the office</source>
        <translation>Hablando con la oficina</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>Quitar el PIN</translation>
    </message>
    <message>
        <source>Back to the PIN</source>
        <translation>Volver al PIN</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>NoteComposer</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Their words, as they said them</source>
        <translation>Sus palabras, tal como las dijeron</translation>
    </message>
    <message>
        <source>What you heard or saw</source>
        <translation>Lo que oyó o vio</translation>
    </message>
    <message>
        <source>Did they
agree?</source>
        <translation>¿Están de
acuerdo?</translation>
    </message>
    <message>
        <source>Their first name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Save quote</source>
        <translation>Guardar cita</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
</context>
<context>
    <name>NoteStream</name>
    <message numerus="yes">
        <source>%n earlier notes</source>
        <translation>
            <numerusform>%n nota anterior</numerusform>
            <numerusform>%n notas anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes and quotes show here as you save them.</source>
        <translation>Las notas y citas aparecen aquí al guardarlas.</translation>
    </message>
</context>
<context>
    <name>OneTap</name>
    <message>
        <source>Taken back, saved here</source>
        <translation>Deshecho, guardado aquí</translation>
    </message>
    <message>
        <source>Promise kept, saved here. Now tell them.</source>
        <translation>Promesa cumplida, guardada aquí. Ahora dígaselo.</translation>
    </message>
    <message>
        <source>Told back, saved here</source>
        <translation>Ya se les dijo, guardado aquí</translation>
    </message>
</context>
<context>
    <name>PartnerLine</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
</context>
<context>
    <name>PartnerPane</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>Dos versiones, elija una</translation>
    </message>
    <message>
        <source>How they do things</source>
        <translation>Cómo hacen las cosas</translation>
    </message>
    <message>
        <source>When we meet</source>
        <translation>Cuándo nos vemos</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Anotar</translation>
    </message>
</context>
<context>
    <name>PartnersScreen</name>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message numerus="yes">
        <source>%n partners</source>
        <translation>
            <numerusform>%n socio</numerusform>
            <numerusform>%n socios</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Buscar por nombre</translation>
    </message>
    <message>
        <source>No partners yet</source>
        <translation>Aún no hay socios</translation>
    </message>
    <message>
        <source>Nobody by that name</source>
        <translation>Nadie con ese nombre</translation>
    </message>
    <message>
        <source>Partners show here as soon as the office has them.</source>
        <translation>Los socios aparecen aquí en cuanto la oficina los tiene.</translation>
    </message>
</context>
<context>
    <name>PinGate</name>
    <message>
        <source>I do not know the PIN any more</source>
        <translation>Ya no sé el PIN</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Borrar la última cifra</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>PinSettings</name>
    <message>
        <source>Keeps others out of the screens: it is asked for when the app starts, when you lock it, and when nobody touched it for a while. It does not encrypt what lies on the tablet.</source>
        <translation>Impide que otros entren a las pantallas: se pide al abrir la aplicación, cuando usted la bloquea y cuando nadie la toca por un rato. No cifra lo que hay en la tableta.</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>Poner un PIN</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Quitar el PIN</translation>
    </message>
    <message>
        <source>Lock by itself when nobody touched it for</source>
        <translation>Bloquear sola cuando nadie la toca por</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>Remove the PIN</source>
        <translation>Quitar el PIN</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>Set a PIN</source>
        <translation>Poner un PIN</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Envíos</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Prometido</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
    <message>
        <source>Told back</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>Pick one</source>
        <translation>Elija una</translation>
    </message>
    <message>
        <source>Told them</source>
        <translation>Ya les dije</translation>
    </message>
    <message>
        <source>They kept it</source>
        <translation>Lo cumplieron</translation>
    </message>
</context>
<context>
    <name>PromiseQuestions</name>
    <message>
        <source>What did we promise?</source>
        <translation>¿Qué prometimos?</translation>
    </message>
    <message>
        <source>What did they promise?</source>
        <translation>¿Qué prometieron?</translation>
    </message>
    <message>
        <source>What we will do</source>
        <translation>Lo que haremos</translation>
    </message>
    <message>
        <source>What they will do</source>
        <translation>Lo que harán</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>¿A quién?</translation>
    </message>
    <message>
        <source>Which partner?</source>
        <translation>¿Qué socio?</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>Todos los socios</translation>
    </message>
    <message>
        <source>Who will do it?</source>
        <translation>¿Quién lo hará?</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>By when?</source>
        <translation>¿Para cuándo?</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>How will we tell them it is done?</source>
        <translation>¿Cómo les diremos que está hecho?</translation>
    </message>
    <message>
        <source>What is it answering?</source>
        <translation>¿A qué responde?</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>opcional</translation>
    </message>
    <message>
        <source>Something we heard</source>
        <translation>Algo que oímos</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Quitar enlace</translation>
    </message>
</context>
<context>
    <name>PromiseRow</name>
    <message>
        <source>Mark kept: %1</source>
        <translation>Marcar cumplido: %1</translation>
    </message>
</context>
<context>
    <name>PromiseScreen</name>
    <message>
        <source>Close, the draft stays</source>
        <translation>Cerrar, el borrador queda</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>Nueva promesa</translation>
    </message>
    <message>
        <source>Only promise what you or your team can do</source>
        <translation>Prometa solo lo que usted o su equipo pueden hacer</translation>
    </message>
    <message>
        <source>Save promise</source>
        <translation>Guardar promesa</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>¿A quién?</translation>
    </message>
    <message>
        <source>Who will do it?</source>
        <translation>¿Quién lo hará?</translation>
    </message>
    <message>
        <source>What is it answering?</source>
        <translation>¿A qué responde?</translation>
    </message>
</context>
<context>
    <name>PromiseSides</name>
    <message>
        <source>We owe</source>
        <translation>Debemos</translation>
    </message>
    <message>
        <source>They owe</source>
        <translation>Nos deben</translation>
    </message>
</context>
<context>
    <name>PromiseSlipCard</name>
    <message>
        <source>By</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Told back</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>Read it back to them</source>
        <translation>Léaselo</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Prometido</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplido</translation>
    </message>
</context>
<context>
    <name>PromisesScreen</name>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>Finished when they were told</source>
        <translation>Termina cuando se les avisa</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>Nueva promesa</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abiertas %1</translation>
    </message>
    <message>
        <source>Kept, tell them %1</source>
        <translation>Cumplidas, avisar %1</translation>
    </message>
    <message>
        <source>They owe %1</source>
        <translation>Nos deben %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminadas</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Aquí no hay nada</translation>
    </message>
    <message>
        <source>When you keep a promise, it waits here until you told them.</source>
        <translation>Cuando cumple una promesa, espera aquí hasta que les avise.</translation>
    </message>
    <message>
        <source>When you promise something, it shows here until you keep it and tell them.</source>
        <translation>Cuando promete algo, aparece aquí hasta que lo cumpla y les avise.</translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 en espera</translation>
    </message>
</context>
<context>
    <name>ReceiptLine</name>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
</context>
<context>
    <name>ReceiptList</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>last time all went out</source>
        <translation>última vez que salió todo</translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <translation>
            <numerusform>%n registro</numerusform>
            <numerusform>%n registros</numerusform>
        </translation>
    </message>
    <message>
        <source>kept on this tablet</source>
        <translation>guardados en esta tableta</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>En espera %1</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Aquí no hay nada</translation>
    </message>
    <message>
        <source>What you save shows here with how far it has come.</source>
        <translation>Lo que guarda aparece aquí con hasta dónde ha llegado.</translation>
    </message>
</context>
<context>
    <name>RecordFiles</name>
    <message>
        <source>Photos and files</source>
        <translation>Fotos y archivos</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Tomar una foto</translation>
    </message>
    <message>
        <source>Add photo or file</source>
        <translation>Agregar foto o archivo</translation>
    </message>
    <message>
        <source>Saving here</source>
        <translation>Guardando aquí</translation>
    </message>
    <message>
        <source>What is added shows here with how far it has come. Of a photo the place and time are taken out.</source>
        <translation>Lo que agregue aparece aquí con lo que ha avanzado. De las fotos se quitan el lugar y la hora.</translation>
    </message>
    <message>
        <source>Rapport takes no photos on this device. Choose a picture that was taken, or drop it on this screen.</source>
        <translation>Rapport no toma fotos en este dispositivo. Elija una foto ya tomada o suéltela en esta pantalla.</translation>
    </message>
    <message>
        <source>Rapport takes no photos on this device and has no list of files here. Drop a picture or file on this screen.</source>
        <translation>Rapport no toma fotos en este dispositivo y aquí no tiene lista de archivos. Suelte una foto o un archivo en esta pantalla.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
</context>
<context>
    <name>RecordScreen</name>
    <message>
        <source>Save and send again</source>
        <translation>Guardar y enviar otra vez</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Photos and files · %1</source>
        <translation>Fotos y archivos · %1</translation>
    </message>
    <message>
        <source>Photos and files</source>
        <translation>Fotos y archivos</translation>
    </message>
    <message>
        <source>Close, the draft stays</source>
        <translation>Cerrar, el borrador queda</translation>
    </message>
    <message>
        <source>Throw away what was entered</source>
        <translation>Descartar lo que se anotó</translation>
    </message>
</context>
<context>
    <name>RowSheet</name>
    <message>
        <source>Take away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
</context>
<context>
    <name>RowsEditor</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Agregar otro</translation>
    </message>
</context>
<context>
    <name>SensitivePanel</name>
    <message>
        <source>Safety worry</source>
        <translation>Preocupación de seguridad</translation>
    </message>
    <message>
        <source>This is a safety worry</source>
        <translation>Es una preocupación de seguridad</translation>
    </message>
    <message>
        <source>It is sealed as you save it. Only the safety leads can read it.</source>
        <translation>Se sella al guardarlo. Solo el equipo de protección puede leerlo.</translation>
    </message>
    <message>
        <source>Is somebody unsafe? Turn this on, and only the safety leads can read it.</source>
        <translation>¿Alguien corre peligro? Active esto y solo el equipo de protección podrá leerlo.</translation>
    </message>
    <message>
        <source>It is shown to the safety leads alone, but not sealed yet: the office lacks their keys.</source>
        <translation>Se muestra solo al equipo de protección, pero todavía no se sella: a la oficina le faltan sus claves.</translation>
    </message>
    <message>
        <source>Is somebody unsafe? Turn this on. It is shown to the safety leads alone, but not sealed yet: the office lacks their keys.</source>
        <translation>¿Alguien corre peligro? Active esto. Se muestra solo al equipo de protección, pero todavía no se sella: a la oficina le faltan sus claves.</translation>
    </message>
</context>
<context>
    <name>SentBackCard</name>
    <message>
        <source>Fix and send</source>
        <translation>Corregir y enviar</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Apartar</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Ask the coordinator</source>
        <translation>Preguntar a coordinación</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>No event is open now. Open one under Events, then count.</source>
        <translation>Ahora no hay ningún evento abierto. Abra uno en Eventos y luego cuente.</translation>
    </message>
    <message>
        <source>Choose a day, and write a time such as 18:30.</source>
        <translation>Elija un día y escriba una hora como 18:30.</translation>
    </message>
    <message>
        <source>Write a number, such as 2.5.</source>
        <translation>Escriba un número, como 2.5.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Escriba un número entero.</translation>
    </message>
    <message>
        <source>This app is too old for the office. Update it; everything here is safe.</source>
        <translation>Esta aplicación es demasiado antigua para la oficina. Actualícela; todo aquí está a salvo.</translation>
    </message>
    <message>
        <source>This tablet&apos;s app is too old for the office. Update it; everything on it is safe.</source>
        <translation>La aplicación de esta tableta es demasiado antigua para la oficina. Actualícela; todo en ella está a salvo.</translation>
    </message>
    <message>
        <source>The office is busy. Try again in a moment.</source>
        <translation>La oficina está ocupada. Intente en un momento.</translation>
    </message>
    <message>
        <source>The date is in the past. Choose a new date.</source>
        <translation>La fecha ya pasó. Elija otra fecha.</translation>
    </message>
    <message>
        <source>The office does not know this kind of record yet. It is kept for the coordinator.</source>
        <translation>La oficina aún no conoce este tipo de registro. Se guarda para coordinación.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access. What was not sent yet is with the office; everything else is cleared from this tablet. To use it again, ask the coordinator for a new link or code.</source>
        <translation>Coordinación retiró el acceso de esta tableta. Lo que aún no se había enviado está en la oficina; todo lo demás se borró de esta tableta. Para volver a usarla, pida a coordinación un enlace o código nuevo.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access. It connects once more, to hand over what was not sent yet.</source>
        <translation>Coordinación retiró el acceso de esta tableta. Se conecta una vez más para entregar lo que aún no se había enviado.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access, and the office cannot take everything from it just now. Nothing is cleared; it is tried again by itself.</source>
        <translation>Coordinación retiró el acceso de esta tableta, y la oficina no puede recibirlo todo en este momento. No se borra nada; se intentará de nuevo automáticamente.</translation>
    </message>
    <message>
        <source>The coordinator has withdrawn this tablet&apos;s access, and the office has set aside as much of its work as it keeps of such a tablet. What is left stays on the tablet. Bring it to the coordinator.</source>
        <translation>La coordinación ha retirado el acceso a esta tableta, y la oficina ya ha apartado todo el trabajo que guarda de una tableta así. Lo demás se queda en la tableta. Llévela a la coordinación.</translation>
    </message>
    <message>
        <source>This file is larger than the office keeps of its kind.</source>
        <translation>Este archivo es más grande de lo que la oficina guarda de su tipo.</translation>
    </message>
    <message>
        <source>The record of this file has as many files as it may have.</source>
        <translation>El registro de este archivo ya tiene todos los archivos que puede tener.</translation>
    </message>
    <message>
        <source>The record of this file speaks of another one.</source>
        <translation>El registro de este archivo habla de otro archivo.</translation>
    </message>
    <message>
        <source>This file is of another kind than its record says.</source>
        <translation>Este archivo es de otro tipo que el que dice su registro.</translation>
    </message>
    <message>
        <source>This file cannot be read. Nothing was saved; choose another one, or copy it to this device first.</source>
        <translation>Este archivo no se puede leer. No se guardó nada; elija otro o cópielo antes a este dispositivo.</translation>
    </message>
    <message>
        <source>This file is empty. Nothing was saved; choose another one.</source>
        <translation>Este archivo está vacío. No se guardó nada; elija otro.</translation>
    </message>
    <message>
        <source>This record is not on this tablet, or was deleted. Nothing was saved.</source>
        <translation>Este registro no está en esta tableta o fue borrado. No se guardó nada.</translation>
    </message>
    <message>
        <source>This record has as many files as it may have. Nothing was saved; attach it to another record.</source>
        <translation>Este registro ya tiene todos los archivos que puede tener. No se guardó nada; agréguelo a otro registro.</translation>
    </message>
    <message>
        <source>This photo is larger than 16 MiB, the most that is kept of one. Nothing was saved; take it with less detail, or make it smaller, then attach it again.</source>
        <translation>Esta foto pasa de 16 MiB, lo más que se guarda de una. No se guardó nada; tómela con menos detalle o hágala más pequeña y agréguela otra vez.</translation>
    </message>
    <message>
        <source>This recording is larger than 64 MiB, the most that is kept of one. Nothing was saved; attach it in shorter parts.</source>
        <translation>Esta grabación pasa de 64 MiB, lo más que se guarda de una. No se guardó nada; agréguela en partes más cortas.</translation>
    </message>
    <message>
        <source>This file is larger than 32 MiB, the most that is kept of its kind. Nothing was saved; make it smaller, then attach it again.</source>
        <translation>Este archivo pasa de 32 MiB, lo más que se guarda de su tipo. No se guardó nada; hágalo más pequeño y agréguelo otra vez.</translation>
    </message>
    <message>
        <source>This kind of file is not kept, only photos (JPEG, PNG, WebP), recordings (Ogg, WAV, MP3), PDF and plain text. Nothing was saved; save it as one of those, then attach it again.</source>
        <translation>Este tipo de archivo no se guarda; solo fotos (JPEG, PNG, WebP), grabaciones (Ogg, WAV, MP3), PDF y texto simple. No se guardó nada; guárdelo como uno de esos y agréguelo otra vez.</translation>
    </message>
    <message>
        <source>This photo&apos;s file is damaged, or made in a way that is not understood here, so that its place data cannot be taken out. Nothing was saved; take or save the photo again.</source>
        <translation>El archivo de esta foto está dañado, o hecho de un modo que aquí no se entiende, y no se le puede quitar el lugar. No se guardó nada; tome o guarde la foto otra vez.</translation>
    </message>
    <message>
        <source>This recording&apos;s file is damaged, or made in a way that is not understood here, so that what names people and places in it cannot be taken out. Nothing was saved; save it as Ogg (Opus or Vorbis), WAV or MP3, then attach it again.</source>
        <translation>El archivo de esta grabación está dañado, o hecho de un modo que aquí no se entiende, y no se le puede quitar lo que nombra personas y lugares. No se guardó nada; guárdela como Ogg (Opus o Vorbis), WAV o MP3 y agréguela otra vez.</translation>
    </message>
    <message>
        <source>A PDF keeps what it says of itself beside its pages: the name of who made it, when and with what, and whatever its pictures tell; nothing of that was removed. Where it names somebody, save it anew without, then attach it.</source>
        <translation>Un PDF guarda lo que dice de sí mismo además de sus páginas: quién lo hizo, cuándo y con qué, y lo que cuenten sus imágenes; nada de eso se quitó. Si nombra a alguien, guárdelo de nuevo sin ello y agréguelo.</translation>
    </message>
    <message>
        <source>This code is of another office than this tablet&apos;s. Ask your coordinator for one.</source>
        <translation>Este código es de otra oficina, no de la de esta tableta. Pida uno a su coordinación.</translation>
    </message>
    <message>
        <source>This code is for somebody else. Ask your coordinator for one with your name.</source>
        <translation>Este código es para otra persona. Pida a su coordinación uno con su nombre.</translation>
    </message>
</context>
<context>
    <name>SessionScreen</name>
    <message>
        <source>Leave, the session keeps running</source>
        <translation>Salir, la sesión sigue</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Search, or write a new theme</source>
        <translation>Busque o escriba un tema nuevo</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>Tema nuevo</translation>
    </message>
</context>
<context>
    <name>SessionSide</name>
    <message>
        <source>Themes</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>tap to add</source>
        <translation>toque para añadir</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Taking notes</source>
        <translation>Toman notas</translation>
    </message>
    <message>
        <source>Notes from other tablets appear when they have been sent.</source>
        <translation>Las notas de otras tabletas aparecen cuando se han enviado.</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminar sesión</translation>
    </message>
    <message>
        <source>End the session now? Every note stays.</source>
        <translation>¿Terminar la sesión ahora? Todas las notas quedan.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Terminarla</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
</context>
<context>
    <name>SessionStart</name>
    <message>
        <source>No session is running</source>
        <translation>No hay ninguna sesión en curso</translation>
    </message>
    <message>
        <source>Start one, and every note and quote you save belongs to it.</source>
        <translation>Empiece una y cada nota y cita que guarde será parte de ella.</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>¿De qué trata?</translation>
    </message>
    <message>
        <source>For example: rides and clinic hours</source>
        <translation>Por ejemplo: transporte y horarios de la clínica</translation>
    </message>
    <message>
        <source>Start listening</source>
        <translation>Empezar a escuchar</translation>
    </message>
</context>
<context>
    <name>SetEditor</name>
    <message>
        <source>Takes it out</source>
        <translation>Lo quita</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>Uno a la vez</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>There is nothing to choose from on this tablet yet.</source>
        <translation>Aún no hay nada para elegir en esta tableta.</translation>
    </message>
</context>
<context>
    <name>SettingsSheet</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>In the sun</source>
        <translation>Al sol</translation>
    </message>
    <message>
        <source>I hold the tablet in my</source>
        <translation>Sostengo la tableta con la</translation>
    </message>
    <message>
        <source>left hand</source>
        <translation>mano izquierda</translation>
    </message>
    <message>
        <source>right hand</source>
        <translation>mano derecha</translation>
    </message>
    <message>
        <source>No network any more</source>
        <translation>Ya no hay red</translation>
    </message>
    <message>
        <source>Writes what the office does not have yet into a file. The office alone can read it. Somebody brings it there; everything stays on this tablet too.</source>
        <translation>Escribe en un archivo lo que la oficina aún no tiene. Solo la oficina puede leerlo. Alguien lo lleva allí; todo queda también en esta tableta.</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Escribir el archivo</translation>
    </message>
    <message>
        <source>Make room</source>
        <translation>Liberar espacio</translation>
    </message>
    <message>
        <source>Removes photos and files from this tablet that the office has. What was not sent stays.</source>
        <translation>Quita de esta tableta las fotos y los archivos que la oficina ya tiene. Lo que no se ha enviado se queda.</translation>
    </message>
    <message>
        <source>Remove sent files</source>
        <translation>Quitar archivos enviados</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
    <message>
        <source>What is saved here is locked with a key that lies in a file on this tablet. Keep the tablet itself locked.</source>
        <translation>Lo guardado aquí está cerrado con una llave que está en un archivo de esta tableta. Mantenga bloqueada la tableta misma.</translation>
    </message>
    <message>
        <source>Who may open it</source>
        <translation>Quién puede abrirla</translation>
    </message>
    <message>
        <source>PIN and lock</source>
        <translation>PIN y bloqueo</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Both, merged: %1</source>
        <translation>Ambas, unidas: %1</translation>
    </message>
    <message>
        <source>Both, merged</source>
        <translation>Ambas, unidas</translation>
    </message>
    <message>
        <source>You can edit this text</source>
        <translation>Puede editar este texto</translation>
    </message>
</context>
<context>
    <name>SignaturePage</name>
    <message>
        <source>Close without saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Sign here with a finger</source>
        <translation>Firme aquí con el dedo</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>StationPick</name>
    <message>
        <source>Station %1</source>
        <translation>Puesto %1</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Puesto</translation>
    </message>
</context>
<context>
    <name>StationSheet</name>
    <message>
        <source>Where are you counting?</source>
        <translation>¿Dónde está contando?</translation>
    </message>
    <message>
        <source>Another station, for example Gate</source>
        <translation>Otro puesto, por ejemplo Entrada</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer</source>
        <translation>Una menos</translation>
    </message>
    <message numerus="yes">
        <source>people</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>persona</numerusform>
            <numerusform>personas</numerusform>
        </translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Una más</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Sync</source>
        <translation>Envíos</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
</context>
<context>
    <name>SyncSide</name>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Choose what is true</source>
        <translation>Elegir lo que vale</translation>
    </message>
    <message>
        <source>Sent back to you</source>
        <translation>Devuelto a usted</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>on this tablet</source>
        <translation>en esta tableta</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>the office has it</source>
        <translation>la oficina lo tiene</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>everyone can see it</source>
        <translation>todos lo pueden ver</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>a coordinator read it</source>
        <translation>coordinación lo leyó</translation>
    </message>
    <message>
        <source>Please look again</source>
        <translation>Revíselo de nuevo, por favor</translation>
    </message>
</context>
<context>
    <name>TabletShell</name>
    <message>
        <source>This tablet is locked</source>
        <translation>Esta tableta está bloqueada</translation>
    </message>
    <message>
        <source>What was saved still goes to the office while it is locked.</source>
        <translation>Lo guardado sigue llegando a la oficina mientras está bloqueada.</translation>
    </message>
</context>
<context>
    <name>TabletWindow</name>
    <message>
        <source>Rapport</source>
        <translation>Rapport</translation>
    </message>
</context>
<context>
    <name>TallyGrid</name>
    <message>
        <source>Tap once
per person</source>
        <translation>Un toque
por persona</translation>
    </message>
    <message>
        <source>Counted before the groups changed · %1</source>
        <translation>Contado antes de que cambiaran los grupos · %1</translation>
    </message>
</context>
<context>
    <name>TallyScreen</name>
    <message>
        <source>Feedback</source>
        <translation>Opinión</translation>
    </message>
</context>
<context>
    <name>TallyTotals</name>
    <message numerus="yes">
        <source>people</source>
        <comment>after their number</comment>
        <translation>
            <numerusform>persona</numerusform>
            <numerusform>personas</numerusform>
        </translation>
    </message>
    <message>
        <source>known so far</source>
        <translation>que sabemos</translation>
    </message>
    <message>
        <source>Someone said something</source>
        <translation>Alguien dijo algo</translation>
    </message>
</context>
<context>
    <name>TaskBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
</context>
<context>
    <name>TimerPill</name>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>TodayDuties</name>
    <message>
        <source>Promises due</source>
        <translation>Promesas por cumplir</translation>
    </message>
    <message>
        <source>No promises due</source>
        <translation>Sin promesas por cumplir</translation>
    </message>
    <message>
        <source>When you promise something, it shows here until you keep it and tell them.</source>
        <translation>Cuando promete algo, aparece aquí hasta que lo cumpla y les avise.</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>Nueva promesa</translation>
    </message>
    <message>
        <source>Answers to bring back</source>
        <translation>Respuestas por llevar</translation>
    </message>
</context>
<context>
    <name>TodayEvents</name>
    <message>
        <source>Nothing planned</source>
        <translation>Nada planeado</translation>
    </message>
    <message>
        <source>When an event is planned, it shows here on its day.</source>
        <translation>Cuando se planea un evento, aparece aquí en su día.</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Shade</source>
        <translation>Sombra</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sol</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Find or write down</source>
        <translation>Buscar o anotar</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo last</source>
        <translation>Deshacer lo último</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
</context>
<context>
    <name>UnreadScreen</name>
    <message>
        <source>This tablet cannot be opened</source>
        <translation>No se puede abrir esta tableta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>a record not on this tablet</source>
        <translation>un registro que no está en esta tableta</translation>
    </message>
    <message>
        <source>Us</source>
        <translation>Nosotros</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>today %1</source>
        <translation>hoy %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>mañana %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>hace %1</translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n día tarde</numerusform>
            <numerusform>%n días tarde</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Para hoy</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>Para mañana</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Para el %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
</context>
<context>
    <name>rapport::ConflictModel</name>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Two versions of one %1</source>
        <translation>Dos versiones de lo mismo: %1</translation>
    </message>
    <message>
        <source>Nobody needs to choose here any more.</source>
        <translation>Aquí ya nadie tiene que elegir.</translation>
    </message>
    <message>
        <source>Somebody removed this while somebody else changed it. It is still here. Choose what is true now.</source>
        <translation>Alguien quitó esto mientras otra persona lo cambiaba. Todavía está aquí. Elija lo que vale ahora.</translation>
    </message>
    <message>
        <source>You and %1</source>
        <translation>Usted y %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>%1 both changed this while apart. Nothing is lost. Choose what is true now. Both versions stay in the history.</source>
        <translation>%1 cambiaron esto por separado. Nada se perdió. Elija lo que vale ahora. Las dos versiones quedan en el historial.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Dejar la mía</translation>
    </message>
    <message>
        <source>Keep %1’s</source>
        <translation>Dejar la de %1</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Dejar la otra</translation>
    </message>
    <message>
        <source>text can be merged</source>
        <translation>el texto se puede unir</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n versión</numerusform>
            <numerusform>%n versiones</numerusform>
        </translation>
    </message>
    <message>
        <source>this tablet</source>
        <translation>esta tableta</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>La suya</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La otra</translation>
    </message>
    <message>
        <source>Your answer is saved here</source>
        <translation>Su respuesta está guardada aquí</translation>
    </message>
    <message>
        <source>The coordinator will choose. Both versions are kept.</source>
        <translation>La coordinación elegirá. Las dos versiones se conservan.</translation>
    </message>
</context>
<context>
    <name>rapport::EventModel</name>
    <message>
        <source>We promised</source>
        <translation>Prometimos</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>Prometieron</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>Sin hora todavía</translation>
    </message>
    <message>
        <source>Nobody counted yet</source>
        <translation>Aún no se contó a nadie</translation>
    </message>
    <message numerus="yes">
        <source>%n people known so far</source>
        <translation>
            <numerusform>%n persona que sabemos</numerusform>
            <numerusform>%n personas que sabemos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rapport::EventsModel</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>Dos versiones, elija una</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Abierto ahora</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Realizado</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>Sin hora</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>rapport::FeedbackModel</name>
    <message>
        <source>Thanks</source>
        <translation>Gracias</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Preocupación</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>Idea</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>Rumour</source>
        <translation>Rumor</translation>
    </message>
    <message>
        <source>Something we saw</source>
        <translation>Algo que vimos</translation>
    </message>
    <message>
        <source>Not ours to answer</source>
        <translation>No nos toca responder</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>Cara a cara</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>Paper note</source>
        <translation>Nota en papel</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Choose what kind it is first</source>
        <translation>Primero elija de qué tipo es</translation>
    </message>
    <message>
        <source>Choose how it reached us first</source>
        <translation>Primero elija cómo nos llegó</translation>
    </message>
    <message>
        <source>Write their words first</source>
        <translation>Primero escriba sus palabras</translation>
    </message>
    <message>
        <source>Feedback saved here</source>
        <translation>Opinión guardada aquí</translation>
    </message>
    <message>
        <source>Sealed and saved here</source>
        <translation>Sellado y guardado aquí</translation>
    </message>
</context>
<context>
    <name>rapport::FilesModel</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Photo or file</source>
        <translation>Foto o archivo</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>The file was not saved: the tablet has no space left. What you saved before is safe. Make room in the settings, then add it again.</source>
        <translation>El archivo no se guardó: a la tableta no le queda espacio. Lo que guardó antes está a salvo. Libere espacio en los ajustes y agréguelo otra vez.</translation>
    </message>
    <message>
        <source>The file was not saved: this tablet could not write it. What you saved before is safe. Try again; if it stays so, tell your coordinator.</source>
        <translation>El archivo no se guardó: esta tableta no pudo escribirlo. Lo que guardó antes está a salvo. Intente otra vez; si sigue igual, avise a su coordinación.</translation>
    </message>
    <message>
        <source>Which photo or file?</source>
        <translation>¿Qué foto o archivo?</translation>
    </message>
    <message>
        <source>Only files on this device can be added. Save it here first, then add it.</source>
        <translation>Solo se pueden agregar archivos de este dispositivo. Guárdelo aquí primero y luego agréguelo.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Photo saved here</source>
        <translation>Foto guardada aquí</translation>
    </message>
    <message numerus="yes">
        <source>%n files saved here</source>
        <translation>
            <numerusform>%n archivo guardado aquí</numerusform>
            <numerusform>%n archivos guardados aquí</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken out again, saved here</source>
        <translation>Quitado otra vez, guardado aquí</translation>
    </message>
    <message>
        <source>File removed, saved here</source>
        <translation>Archivo quitado, guardado aquí</translation>
    </message>
    <message>
        <source>It is back, saved here</source>
        <translation>Está de vuelta, guardado aquí</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Signature saved here</source>
        <translation>Firma guardada aquí</translation>
    </message>
</context>
<context>
    <name>rapport::FindModel</name>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
</context>
<context>
    <name>rapport::KioskModel</name>
    <message>
        <source>Your answers could not be kept. Please give the tablet back and say so. They are still here until then.</source>
        <translation>No se pudieron guardar sus respuestas. Devuelva la tableta y dígalo, por favor. Hasta entonces siguen aquí.</translation>
    </message>
</context>
<context>
    <name>rapport::NoteDraft</name>
    <message>
        <source>Write their words first</source>
        <translation>Primero escriba sus palabras</translation>
    </message>
    <message>
        <source>Write the note first</source>
        <translation>Primero escriba la nota</translation>
    </message>
    <message>
        <source>Write their first name</source>
        <translation>Escriba su nombre</translation>
    </message>
</context>
<context>
    <name>rapport::OpenEvent</name>
    <message>
        <source>%1 on this tablet</source>
        <translation>%1 en esta tableta</translation>
    </message>
    <message>
        <source>others not heard yet</source>
        <translation>de las otras aún no se sabe</translation>
    </message>
    <message>
        <source>%1 on others, heard %2</source>
        <translation>%1 en otras, dato de %2</translation>
    </message>
    <message>
        <source>begins in %1</source>
        <translation>empieza en %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminó</translation>
    </message>
</context>
<context>
    <name>rapport::PartnerModel</name>
    <message>
        <source>We promised</source>
        <translation>Prometimos</translation>
    </message>
    <message>
        <source>They promised</source>
        <translation>Prometieron</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
</context>
<context>
    <name>rapport::PinModel</name>
    <message>
        <source>Choose a PIN for this kiosk</source>
        <translation>Elija un PIN para esta entrega</translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <translation>Elija un PIN nuevo</translation>
    </message>
    <message>
        <source>Type the same PIN again</source>
        <translation>Escriba el mismo PIN otra vez</translation>
    </message>
    <message>
        <source>PIN to leave the kiosk</source>
        <translation>PIN para salir</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>Su PIN</translation>
    </message>
    <message>
        <source>Too many wrong tries. The next one in %1.</source>
        <translation>Demasiados intentos fallidos. El próximo en %1.</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>Este no es el PIN.</translation>
    </message>
    <message>
        <source>This PIN is easy to guess. Choose another one.</source>
        <translation>Este PIN es fácil de adivinar. Elija otro.</translation>
    </message>
    <message>
        <source>The two were not the same. Choose a PIN once more.</source>
        <translation>Los dos no eran iguales. Elija un PIN otra vez.</translation>
    </message>
</context>
<context>
    <name>rapport::PromiseModel</name>
    <message>
        <source>Face to face</source>
        <translation>Cara a cara</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Cartel</translation>
    </message>
    <message>
        <source>volunteer</source>
        <translation>voluntariado</translation>
    </message>
    <message>
        <source>outreach worker</source>
        <translation>trabajo comunitario</translation>
    </message>
    <message>
        <source>coordinator</source>
        <translation>coordinación</translation>
    </message>
    <message>
        <source>safety lead</source>
        <translation>protección</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administración</translation>
    </message>
    <message>
        <source>Me, %1</source>
        <translation>Yo, %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Before next visit</source>
        <translation>Antes de la próxima visita</translation>
    </message>
    <message>
        <source>Write what is promised first</source>
        <translation>Primero escriba qué se promete</translation>
    </message>
    <message>
        <source>Say who it is for first</source>
        <translation>Primero diga para quién es</translation>
    </message>
    <message>
        <source>Choose a date first</source>
        <translation>Primero elija una fecha</translation>
    </message>
    <message>
        <source>Promise saved here</source>
        <translation>Promesa guardada aquí</translation>
    </message>
</context>
<context>
    <name>rapport::PromiseSlip</name>
    <message>
        <source>We promise</source>
        <translation>Prometemos</translation>
    </message>
    <message>
        <source>They promise</source>
        <translation>Prometen</translation>
    </message>
    <message>
        <source>We promised %1</source>
        <translation>Prometimos a %1</translation>
    </message>
    <message>
        <source>%1 promised us</source>
        <translation>%1 nos prometió</translation>
    </message>
</context>
<context>
    <name>rapport::PromisesModel</name>
    <message>
        <source>Not kept</source>
        <translation>No cumplido</translation>
    </message>
    <message>
        <source>They let it go</source>
        <translation>Nos liberaron</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
</context>
<context>
    <name>rapport::ReceiptsModel</name>
    <message>
        <source>Safety worry</source>
        <translation>Preocupación de seguridad</translation>
    </message>
    <message numerus="yes">
        <source>Tally, %n people</source>
        <translation>
            <numerusform>Conteo, %n persona</numerusform>
            <numerusform>Conteo, %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Listening, %n notes</source>
        <translation>
            <numerusform>Escucha, %n nota</numerusform>
            <numerusform>Escucha, %n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>Listening session</source>
        <translation>Sesión de escucha</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Opinión</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Tally</source>
        <translation>Conteo</translation>
    </message>
    <message>
        <source>nothing to send</source>
        <translation>nada que enviar</translation>
    </message>
    <message numerus="yes">
        <source>in %n places</source>
        <translation>
            <numerusform>en %n lugar</numerusform>
            <numerusform>en %n lugares</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>With the coordinator, written %1</source>
        <translation>Con coordinación, escrito %1</translation>
    </message>
    <message>
        <source>Written %1</source>
        <translation>Escrito %1</translation>
    </message>
    <message>
        <source>Put away. It stays in the history.</source>
        <translation>Apartado. Queda en el historial.</translation>
    </message>
    <message>
        <source>%1 asks, %2</source>
        <translation>%1 pregunta, %2</translation>
    </message>
    <message>
        <source>The coordinator is asked to see to it.</source>
        <translation>Se pidió a coordinación que se ocupe.</translation>
    </message>
    <message>
        <source>A record was erased for good, because the person it was about asked for it.</source>
        <translation>Se borró un registro para siempre, porque así lo pidió la persona de quien trataba.</translation>
    </message>
    <message>
        <source>%1: erased for good, because the person it was about asked for it.</source>
        <translation>%1: se borró para siempre, porque así lo pidió la persona de quien trataba.</translation>
    </message>
    <message>
        <source>What you had written and not sent went with it.</source>
        <translation>Lo que usted había escrito y no se había enviado se borró también.</translation>
    </message>
    <message>
        <source>There is nothing for you to do.</source>
        <translation>No tiene que hacer nada.</translation>
    </message>
    <message>
        <source>Only the office can read it</source>
        <translation>Solo la oficina puede leerlo</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Photo or file</source>
        <translation>Foto o archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending · %1 of %2 MB</source>
        <translation>Enviando · %1 de %2 MB</translation>
    </message>
    <message>
        <source>Paused at %1 of %2 MB</source>
        <translation>En pausa, %1 de %2 MB</translation>
    </message>
    <message>
        <source>carries on by itself</source>
        <translation>sigue por sí sola</translation>
    </message>
    <message>
        <source>At the office, not on this tablet</source>
        <translation>En la oficina, no en esta tableta</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>Comes with the next connection</source>
        <translation>Llega con la próxima conexión</translation>
    </message>
    <message>
        <source>%1 of %2 MB are here</source>
        <translation>%1 de %2 MB están aquí</translation>
    </message>
</context>
<context>
    <name>rapport::RecordForm</name>
    <message>
        <source>Put right: %1</source>
        <translation>Corregir: %1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Cambiar: %1</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Write again: %1</source>
        <translation>Escribir de nuevo: %1</translation>
    </message>
    <message>
        <source>What you wrote was sealed for the office and cannot be read here any more. Write it again.</source>
        <translation>Lo que escribió quedó sellado para la oficina y ya no se puede leer aquí. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Nuevo: %1</translation>
    </message>
    <message>
        <source>You began this earlier, and the record has changed since. Look through it before you save.</source>
        <translation>Usted empezó esto antes, y el registro ha cambiado desde entonces. Revíselo antes de guardar.</translation>
    </message>
    <message>
        <source>Still to ask: %1. You can save without it.</source>
        <translation>Falta preguntar: %1. Puede guardar sin eso.</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Descartado</translation>
    </message>
</context>
<context>
    <name>rapport::SessionModel</name>
    <message>
        <source>May share, with first name</source>
        <translation>Se puede compartir, con nombre</translation>
    </message>
    <message>
        <source>May share, no name</source>
        <translation>Se puede compartir, sin nombre</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Listening session</source>
        <translation>Sesión de escucha</translation>
    </message>
    <message numerus="yes">
        <source>%n themes</source>
        <translation>
            <numerusform>%n tema</numerusform>
            <numerusform>%n temas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n nota</numerusform>
            <numerusform>%n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>this tablet</source>
        <translation>esta tableta</translation>
    </message>
    <message>
        <source>%1, you</source>
        <translation>%1, usted</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Activa</translation>
    </message>
</context>
<context>
    <name>rapport::SyncModel</name>
    <message>
        <source>Tablet is full</source>
        <translation>Tableta llena</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Devuelto</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Dos versiones</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Vuelva a entrar</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Todo enviado</translation>
    </message>
    <message>
        <source>free up space</source>
        <translation>libere espacio</translation>
    </message>
    <message>
        <source>%1 to fix</source>
        <translation>%1 por corregir</translation>
    </message>
    <message>
        <source>pick one</source>
        <translation>elija una</translation>
    </message>
    <message>
        <source>all safe here</source>
        <translation>todo a salvo</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>nothing waiting</source>
        <translation>nada en espera</translation>
    </message>
    <message>
        <source>No connection now. Keep working, everything is safe here.</source>
        <translation>Ahora sin conexión. Siga trabajando, todo está a salvo aquí.</translation>
    </message>
    <message>
        <source>Looking for the office. Keep working, everything is safe here.</source>
        <translation>Buscando la oficina. Siga trabajando, todo está a salvo aquí.</translation>
    </message>
    <message>
        <source>Connected. Sending what you saved.</source>
        <translation>Con conexión. Enviando lo que guardó.</translation>
    </message>
    <message>
        <source>Connected. The office has everything from this tablet.</source>
        <translation>Con conexión. La oficina tiene todo lo de esta tableta.</translation>
    </message>
</context>
<context>
    <name>rapport::TallyModel</name>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Front table</source>
        <translation>Mesa de entrada</translation>
    </message>
    <message>
        <source>%1, %2: %3. Add one</source>
        <translation>%1, %2: %3. Sumar uno</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 hasta ahora</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>dato de %1</translation>
    </message>
    <message>
        <source>Other tablets</source>
        <translation>Otras tabletas</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>aún no se sabe</translation>
    </message>
</context>
<context>
    <name>rapport::TodayModel</name>
    <message>
        <source>Two versions, pick one</source>
        <translation>Dos versiones, elija una</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n things</source>
        <translation>
            <numerusform>Traer %n cosa</numerusform>
            <numerusform>Traer %n cosas</numerusform>
        </translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>Próximamente</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Más tarde hoy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Told back, saved here</source>
        <translation>Ya se les dijo, guardado aquí</translation>
    </message>
</context>
<context>
    <name>rapport::TodayReceipts</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>Sent back · %1</source>
        <translation>Devuelto · %1</translation>
    </message>
    <message>
        <source>Look again · %1</source>
        <translation>Revisar de nuevo · %1</translation>
    </message>
    <message>
        <source>Reviewed · %1</source>
        <translation>Revisado · %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>rapport::UpkeepModel</name>
    <message>
        <source>There is nothing to carry: the office has everything from this tablet.</source>
        <translation>No hay nada que llevar: la oficina tiene todo lo de esta tableta.</translation>
    </message>
    <message>
        <source>No file was written: there is one of the same name. Try again in a minute.</source>
        <translation>No se escribió ningún archivo: ya hay uno con el mismo nombre. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>No file was written: the office has not given this tablet its key yet. The key comes with the next connection.</source>
        <translation>No se escribió ningún archivo: la oficina aún no ha dado su llave a esta tableta. La llave llega con la próxima conexión.</translation>
    </message>
    <message>
        <source>No file was written: the tablet has no space left. What you saved is safe. Make room, then try again.</source>
        <translation>No se escribió ningún archivo: a la tableta no le queda espacio. Lo que guardó está a salvo. Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>No file was written. What you saved is safe. %1</source>
        <translation>No se escribió ningún archivo. Lo que guardó está a salvo. %1</translation>
    </message>
    <message>
        <source>Nothing was removed: there is no file here that the office has.</source>
        <translation>No se quitó nada: aquí no hay ningún archivo que la oficina ya tenga.</translation>
    </message>
    <message>
        <source>Nothing more was removed. What you saved is safe. %1</source>
        <translation>No se quitó nada más. Lo que guardó está a salvo. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n anotación</numerusform>
            <numerusform>%n anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: %1 and %2, %3 MB. Bring this file to the office: %4</source>
        <translation>Escrito: %1 y %2, %3 MB. Lleve este archivo a la oficina: %4</translation>
    </message>
    <message>
        <source>Writing the file, %1 MB so far. Please wait.</source>
        <translation>Escribiendo el archivo, %1 MB hasta ahora. Espere, por favor.</translation>
    </message>
    <message>
        <source>Removing files. Please wait.</source>
        <translation>Quitando archivos. Espere, por favor.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are removed, %1 MB. The office keeps them.</source>
        <translation>
            <numerusform>Se quitó %n archivo, %1 MB. La oficina lo conserva.</numerusform>
            <numerusform>Se quitaron %n archivos, %1 MB. La oficina los conserva.</numerusform>
        </translation>
    </message>
</context>
</TS>
