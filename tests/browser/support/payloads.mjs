// Texts that would run if any page took them for markup. Each sets window.pwned.
export const payloads = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 2">',
  '<svg onload="window.pwned = 3"></svg>',
  '"><iframe srcdoc="<script>parent.pwned = 4</script>"></iframe>',
  'javascript:window.pwned=5',
  '<a href="javascript:window.pwned=6">press</a>',
  '{{constructor.constructor("window.pwned=7")()}}',
  '</q></dd><style>*{display:none}</style>',
  '<math><mtext></mtext><style><img src=x onerror="window.pwned=8"></style></math>',
];
