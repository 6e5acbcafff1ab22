// Optional, for pages with embeds of Råderum: gives each frame the height that its content tells. Nothing else is needed.
(function () {
  if (window.raaderumEmbed) return;
  window.raaderumEmbed = true;
  addEventListener("message", function (event) {
    var data = event.data;
    if (!data || data.type !== "raaderum:height" || !(data.height >= 100)) return;
    var frames = document.getElementsByTagName("iframe");
    for (var i = 0; i < frames.length; i++) {
      if (frames[i].contentWindow === event.source) {
        frames[i].style.height = Math.min(Math.ceil(data.height), 4000) + "px";
      }
    }
  });
})();
