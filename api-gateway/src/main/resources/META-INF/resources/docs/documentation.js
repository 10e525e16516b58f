// The page's policy allows scripts from files only, so this line stands here and not in the page.
window.SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#documentation", deepLinking: true, tryItOutEnabled: true });
