// Optional, for pages with embeds of Råderum: gives each frame the height that its content tells. Nothing else is needed.
// Snippets in articles name this file with its checksum: a change of it goes out under another name, beside this one.
(function () {
  if (window.raaderumEmbed) return;
  window.raaderumEmbed = true;
  addEventListener("message", function (event) {
    var data = event.data;
    if (!data || data.type !== "raaderum:height" || !(data.height >= 100)) return;
    var frames = document.getElementsByTagName("iframe");
    for (var i = 0; i < frames.length; i++) {
      var address = frames[i].src;
      // Other frames of the page, such as advertisements, have no say; a sandboxed embed has no origin.
      if (
        frames[i].contentWindow === event.source &&
        /[#&]view=embed\b/.test(address) &&
        (event.origin === "null" || address.indexOf(event.origin + "/") === 0)
      ) {
        frames[i].style.height = Math.min(Math.ceil(data.height), 4000) + "px";
      }
    }
  });
})();
